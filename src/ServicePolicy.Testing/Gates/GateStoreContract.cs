using NodaTime;
using ServicePolicy.Gates;
using static ServicePolicy.Testing.Gates.ContractCheck<ServicePolicy.Gates.IGateStore>;

namespace ServicePolicy.Testing.Gates;

/// <summary>What every store of gates has to do: the contract of <see cref="IGateStore"/>, tried.</summary>
public static class GateStoreContract
{
    private static readonly GateKey Key = new("scope", "subject");
    private static readonly Instant From = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>All that is tried, each on a store of which nothing is known yet.</summary>
    public static IReadOnlyList<ContractCheck<IGateStore>> Checks { get; } =
    [
        new("nothing is stored for a key that was not written", NothingIsNone),
        new("a write stores the state with one version more", WriteStores),
        new("a write from another version changes nothing", OtherVersionChangesNothing),
        new("keys that differ are apart", KeysAreApart),
        new("of many at once one wins each version", OneWinsEachVersion),
        new("a change of a store that locks is one step", LockedChangesAreOneStep),
    ];

    /// <summary>Tries all of it.</summary>
    /// <param name="create">Makes a store of which nothing is known yet.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="PolicyAssertionException">The store breaks the contract; all that it breaks is listed.</exception>
    public static Task VerifyAsync(Func<ValueTask<IGateStore>> create, CancellationToken cancellationToken = default) => ContractCheck<IGateStore>.VerifyAsync(Checks, create, cancellationToken);

    private static async Task NothingIsNone(IGateStore store, CancellationToken cancel) => Equal(GateEntry.None, await store.ReadAsync(Key, cancel).ConfigureAwait(false), "What is stored");

    private static async Task WriteStores(IGateStore store, CancellationToken cancel)
    {
        GateState state = new() { Spent = 2, LastNumber = 7, Holds = [new GateHold(7, From + Duration.Epsilon)] };
        Equal(true, await store.TryWriteAsync(Key, 0, GateState.Empty, cancel).ConfigureAwait(false), "The first write won");
        Equal(true, await store.TryWriteAsync(Key, 1, state, cancel).ConfigureAwait(false), "The second write won");
        Equal(new GateEntry(2, state), await store.ReadAsync(Key, cancel).ConfigureAwait(false), "What is stored, a hold taken at a tick included");
    }

    private static async Task OtherVersionChangesNothing(IGateStore store, CancellationToken cancel)
    {
        await store.TryWriteAsync(Key, 0, GateState.Empty with { Spent = 1 }, cancel).ConfigureAwait(false);
        foreach (long version in new long[] { 0, 2, -1 })
        {
            Equal(false, await store.TryWriteAsync(Key, version, GateState.Empty with { Spent = 9 }, cancel).ConfigureAwait(false), $"Version 1 is stored; a write from version {version} won");
            Equal(new GateEntry(1, GateState.Empty with { Spent = 1 }), await store.ReadAsync(Key, cancel).ConfigureAwait(false), "What is stored then");
        }
    }

    private static async Task KeysAreApart(IGateStore store, CancellationToken cancel)
    {
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
            Equal(true, await store.TryWriteAsync(keys[i], 0, GateState.Empty with { Spent = i }, cancel).ConfigureAwait(false), $"The first write of {keys[i]} won");
        }

        for (int i = 0; i < keys.Length; i++)
        {
            Equal(new GateEntry(1, GateState.Empty with { Spent = i }), await store.ReadAsync(keys[i], cancel).ConfigureAwait(false), $"What is stored for {keys[i]}");
        }
    }

    private static async Task OneWinsEachVersion(IGateStore store, CancellationToken cancel)
    {
        const int Versions = 200;
        int[] wins = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CountAsync, cancel))).ConfigureAwait(false);
        Equal(Versions, wins.Sum(), "Writes that won, of eight writers");
        Equal(new GateEntry(Versions, GateState.Empty with { Spent = Versions }), await store.ReadAsync(Key, cancel).ConfigureAwait(false), "What is stored");

        async Task<int> CountAsync()
        {
            int won = 0;
            while (await store.ReadAsync(Key, cancel).ConfigureAwait(false) is { Version: < Versions } entry)
            {
                won += await store.TryWriteAsync(Key, entry.Version, entry.State with { Spent = entry.State.Spent + 1 }, cancel).ConfigureAwait(false) ? 1 : 0;
            }

            return won;
        }
    }

    /// <summary>A store that does not lock has nothing to show here.</summary>
    private static async Task LockedChangesAreOneStep(IGateStore store, CancellationToken cancel)
    {
        if (store is not ILockingGateStore locking)
        {
            return;
        }

        const int Changes = 100;
        int[] seen = await Task.WhenAll(Enumerable.Range(0, Changes).Select(_ => Task.Run(() => locking.UpdateAsync(Key, state => (state with { Spent = state.Spent + 1 }, state.Spent), cancel).AsTask(), cancel))).ConfigureAwait(false);
        Equal(Changes, seen.Distinct().Count(), "States that changes began with, all of them different");
        await locking.UpdateAsync(Key, state => (state with { }, true), cancel).ConfigureAwait(false);
        Equal(new GateEntry(Changes, GateState.Empty with { Spent = Changes }), await store.ReadAsync(Key, cancel).ConfigureAwait(false), "What is stored, after a change to an equal state too");
    }
}
