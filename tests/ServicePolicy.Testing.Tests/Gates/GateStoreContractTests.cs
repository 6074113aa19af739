using System.Collections.Concurrent;
using NodaTime;
using ServicePolicy.Gates;
using ServicePolicy.Testing.Gates;
using Xunit;

namespace ServicePolicy.Testing.Tests.Gates;

/// <summary>A store that breaks one thing fails the check of it.</summary>
public sealed class GateStoreContractTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Verify_StoreInMemory_Holds() => GateStoreContract.VerifyAsync(() => new(new InMemoryGateStore()), Cancel);

    [Fact]
    public Task Verify_AnyVersionIsTaken_IsFound() => Breaks(new FaultyStore { TakesAnyVersion = true }, "a write from another version changes nothing");

    [Fact]
    public Task Verify_KeysByLettersOfEitherCase_IsFound() => Breaks(new FaultyStore { KeyOf = key => new(key.Scope.ToUpperInvariant(), key.Subject.ToUpperInvariant(), key.Period) }, "keys that differ are apart");

    [Fact]
    public Task Verify_KeysByComposedText_IsFound() => Breaks(new FaultyStore { KeyOf = key => new(key.Scope, key.Subject.Normalize(), key.Period) }, "keys that differ are apart");

    [Fact]
    public Task Verify_OpenEndTakenForTheLastInstant_IsFound() =>
        Breaks(new FaultyStore { KeyOf = key => key.Period is { HasStart: false, HasEnd: true, End: var end } && end == Instant.MaxValue ? key with { Period = new Interval(null, null) } : key }, "keys that differ are apart");

    [Fact]
    public Task Verify_HoldsToTheMicrosecond_IsFound() => Breaks(new FaultyStore { Keep = Coarse }, "a write stores the state with one version more");

    [Fact]
    public Task Verify_CompareAndWriteInTwoSteps_IsFound() => Breaks(new FaultyStore { TwoSteps = true }, "of many at once one wins each version");

    [Fact]
    public async Task Gate_OnAStoreThatTakesAnyVersion_IsFound()
    {
        PolicyAssertionException failure = await Assert.ThrowsAsync<PolicyAssertionException>(() => GateContract.VerifyAsync(() => new(new Gate(new FaultyStore { TakesAnyVersion = true, TwoSteps = true })), Cancel));
        Assert.Contains("of many at once as many are reserved as the limit allows: ", failure.Message, StringComparison.Ordinal);
    }

    private static GateState Coarse(GateState state) => state with { Holds = [.. state.Holds.Select(hold => hold with { TakenAt = Instant.FromUnixTimeTicks(hold.TakenAt.ToUnixTimeTicks()) })] };

    private static async Task Breaks(FaultyStore model, string check)
    {
        PolicyAssertionException failure = await Assert.ThrowsAsync<PolicyAssertionException>(() => GateStoreContract.VerifyAsync(() => new(model.Anew()), Cancel));
        Assert.StartsWith($"The contract is broken.\n{check}: ", failure.Message, StringComparison.Ordinal);
    }

    private sealed class FaultyStore : IGateStore
    {
        private readonly ConcurrentDictionary<GateKey, GateEntry> entries = [];
        private readonly Lock one = new();

        public bool TakesAnyVersion { get; init; }

        public bool TwoSteps { get; init; }

        public Func<GateKey, GateKey> KeyOf { get; init; } = key => key;

        public Func<GateState, GateState> Keep { get; init; } = state => state;

        public FaultyStore Anew() => new() { TakesAnyVersion = TakesAnyVersion, TwoSteps = TwoSteps, KeyOf = KeyOf, Keep = Keep };

        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => new(entries.GetValueOrDefault(KeyOf(key), GateEntry.None));

        public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
        {
            if (TwoSteps)
            {
                GateEntry stored = await ReadAsync(key, cancellationToken);
                await Task.Yield();
                return (TakesAnyVersion || stored.Version == version) && Write(key, stored.Version, state);
            }

            lock (one)
            {
                long stored = entries.GetValueOrDefault(KeyOf(key), GateEntry.None).Version;
                return (TakesAnyVersion || stored == version) && Write(key, stored, state);
            }
        }

        private bool Write(GateKey key, long version, GateState state)
        {
            entries[KeyOf(key)] = new GateEntry(version + 1, Keep(state));
            return true;
        }
    }
}
