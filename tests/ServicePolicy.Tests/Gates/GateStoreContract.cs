using NodaTime;
using ServicePolicy.Gates;
using Xunit;

namespace ServicePolicy.Tests.Gates;

/// <summary>What every store has to do; the tests of a store derive from this and make one.</summary>
public abstract class GateStoreContract
{
    private static readonly GateKey Key = new("scope", "subject");
    private static readonly Instant From = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingWritten_IsNone() => Assert.Equal(GateEntry.None, await Store().ReadAsync(Key, Cancel));

    [Fact]
    public async Task TryWrite_VersionStored_StoresWithOneMore()
    {
        IGateStore store = Store();
        GateState state = new() { Spent = 2, LastNumber = 7, Holds = [new GateHold(7, From + Duration.Epsilon)] };

        Assert.True(await store.TryWriteAsync(Key, 0, GateState.Empty, Cancel));
        Assert.True(await store.TryWriteAsync(Key, 1, state, Cancel));
        Assert.Equal(new GateEntry(2, state), await store.ReadAsync(Key, Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task TryWrite_AnotherVersion_ChangesNothing(long version)
    {
        IGateStore store = Store();
        await store.TryWriteAsync(Key, 0, GateState.Empty with { Spent = 1 }, Cancel);

        Assert.False(await store.TryWriteAsync(Key, version, GateState.Empty with { Spent = 9 }, Cancel));
        Assert.Equal(new GateEntry(1, GateState.Empty with { Spent = 1 }), await store.ReadAsync(Key, Cancel));
    }

    [Fact]
    public async Task TryWrite_KeysThatDiffer_AreApart()
    {
        IGateStore store = Store();
        GateKey[] keys =
        [
            Key,
            new("Scope", "subject"),
            new("scope", "Subject"),
            new("scopes", "ubject"),
            new("scope", "\u00e4"),
            new("scope", "a\u0308"),
            Key with { Period = new Interval(From, null) },
            Key with { Period = new Interval(null, From) },
            Key with { Period = new Interval(From, From + Duration.Epsilon) },
            Key with { Period = new Interval(Instant.MinValue, Instant.MaxValue) },
            Key with { Period = new Interval(null, Instant.MaxValue) },
        ];
        for (int i = 0; i < keys.Length; i++)
        {
            Assert.True(await store.TryWriteAsync(keys[i], 0, GateState.Empty with { Spent = i }, Cancel));
        }

        for (int i = 0; i < keys.Length; i++)
        {
            Assert.Equal(new GateEntry(1, GateState.Empty with { Spent = i }), await store.ReadAsync(keys[i], Cancel));
        }
    }

    [Fact]
    public async Task TryWrite_ManyAtOnce_OneWinsEachVersion()
    {
        IGateStore store = Store();
        int[] wins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CountTo200, Cancel)));

        Assert.Equal(200, wins.Sum());
        Assert.Equal(new GateEntry(200, GateState.Empty with { Spent = 200 }), await store.ReadAsync(Key, Cancel));

        async Task<int> CountTo200()
        {
            int won = 0;
            while (await store.ReadAsync(Key, Cancel) is { Version: < 200 } entry)
            {
                won += await store.TryWriteAsync(Key, entry.Version, entry.State with { Spent = entry.State.Spent + 1 }, Cancel) ? 1 : 0;
            }

            return won;
        }
    }

    protected abstract IGateStore Store();
}
