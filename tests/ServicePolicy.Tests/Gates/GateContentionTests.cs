using NodaTime;
using ServicePolicy.Gates;
using Xunit;

namespace ServicePolicy.Tests.Gates;

/// <summary>Many at one key of a slow store, in a time that is simulated.</summary>
public sealed class GateContentionTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly GateKey Key = new("cap", "customer");

    /// <summary>Without a wait each round of N writes lets one through, so 200 would take 20,100 writes.</summary>
    [Fact]
    public async Task Reserve_200AtOnceOverASlowStore_WritesGrowAboutLinearly()
    {
        (int reserved50, int writes50) = await Reserve(50);
        (int reserved200, int writes200) = await Reserve(200);

        Assert.Equal((50, 200), (reserved50, reserved200));
        Assert.InRange(writes200, 200, 200 * 12);
        Assert.InRange(writes200 / (double)writes50, 2, 7);
    }

    /// <summary>A store that can lock loses no write, so there is one a reservation, and no wait.</summary>
    [Fact]
    public async Task Reserve_StoreThatLocks_UpdatesUnderItsLock()
    {
        LockingStore store = new();
        Gate gate = new(store, new VirtualTime());
        GateBudget budget = new(200);
        GateReservation[] reservations = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => gate.ReserveAsync(Key, budget, Now).AsTask())));

        Assert.All(reservations, reservation => Assert.True(reservation.IsReserved));
        Assert.Equal(200, store.Updates);
        Assert.Equal(200, reservations.Select(reservation => reservation.Number).Distinct().Count());
    }

    private static Task<(int Reserved, int Writes)> Reserve(int count) => Task.Run(async () =>
    {
        VirtualTime time = new();
        SlowStore store = new(time);
        Gate gate = new(store, time);
        GateBudget budget = new(count);
        Task<GateReservation>[] all = [.. Enumerable.Range(0, count).Select(_ => gate.ReserveAsync(Key, budget, Now).AsTask())];
        time.Run();
        return ((await Task.WhenAll(all)).Count(reservation => reservation.IsReserved), store.Writes);
    });

    /// <summary>Each read and each write takes three milliseconds.</summary>
    private sealed class SlowStore(VirtualTime time) : IGateStore
    {
        private readonly InMemoryGateStore inner = new();

        public int Writes { get; private set; }

        public async ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken)
        {
            GateEntry entry = await inner.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromMilliseconds(3), time, cancellationToken).ConfigureAwait(false);
            return entry;
        }

        public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
        {
            Writes++;
            await Task.Delay(TimeSpan.FromMilliseconds(3), time, cancellationToken).ConfigureAwait(false);
            return await inner.TryWriteAsync(key, version, state, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class LockingStore : ILockingGateStore
    {
        private readonly Lock own = new();
        private GateState state = GateState.Empty;

        public int Updates { get; private set; }

        public ValueTask<T> UpdateAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken)
        {
            lock (own)
            {
                (state, T answer) = change(state);
                Updates++;
                return new(answer);
            }
        }

        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => throw new InvalidOperationException("It was to update.");

        public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState next, CancellationToken cancellationToken) => throw new InvalidOperationException("It was to update.");
    }
}
