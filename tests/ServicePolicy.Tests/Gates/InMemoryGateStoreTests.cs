using NodaTime;
using ServicePolicy.Gates;
using Xunit;

namespace ServicePolicy.Tests.Gates;

public sealed class InMemoryGateStoreTests : GateStoreTests
{
    [Fact]
    public async Task RemoveEnded_PeriodsThatEnded_AreForgotten()
    {
        InMemoryGateStore store = new();
        Instant end = Arbitraries.Origin;
        await store.TryWriteAsync(new GateKey("s", "ended", new Interval(null, end)), 0, GateState.Empty, TestContext.Current.CancellationToken);
        await store.TryWriteAsync(new GateKey("s", "runs", new Interval(null, end + Duration.Epsilon)), 0, GateState.Empty, TestContext.Current.CancellationToken);
        await store.TryWriteAsync(new GateKey("s", "endless"), 0, GateState.Empty, TestContext.Current.CancellationToken);

        store.RemoveEnded(end);

        Assert.Equal(2, store.Count);
    }

    protected override ValueTask<IGateStore> StoreAsync() => new(new InMemoryGateStore());
}
