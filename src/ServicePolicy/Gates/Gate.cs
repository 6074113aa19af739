using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>Lets something happen as often as a budget allows, also when many ask at once: reserve, do it, then confirm or release.</summary>
/// <remarks>
/// Safe to share by all threads and processes that share the store. At no time are more reserved and confirmed together than the
/// limit. Reads no clock: the instant is an argument. What is refused changes nothing, save that reservations found abandoned are settled.
/// </remarks>
public sealed class Gate
{
    private const int MostTries = 1000;
    private readonly IGateStore store;

    /// <summary>A gate on a store.</summary>
    public Gate(IGateStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
    }

    /// <summary>Reserves one of a budget, if one is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is not in the period of the key.</exception>
    /// <exception cref="GateContentionException">The store refused too many writes.</exception>
    public ValueTask<GateReservation> ReserveAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        if (!key.Period.Contains(now))
        {
            throw new ArgumentOutOfRangeException(nameof(now), now, $"The budget is for the period {key.Period}. Give the key the period in which the instant is.");
        }

        return ChangeAsync(key, stored => Reserve(stored, key, budget, now), cancellationToken);
    }

    /// <summary>What was reserved has happened: it is spent.</summary>
    /// <returns>False where the reservation was settled before, or abandoned.</returns>
    public ValueTask<bool> ConfirmAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state with { Spent = state.Spent + 1 }, cancellationToken);

    /// <summary>What was reserved has not happened: it is given back.</summary>
    /// <returns>False where the reservation was settled before, or abandoned.</returns>
    public ValueTask<bool> ReleaseAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state, cancellationToken);

    /// <summary>What was reserved has happened, and makes the count begin again: nothing is spent.</summary>
    /// <returns>False where the reservation was settled before, or abandoned; then nothing begins again.</returns>
    public ValueTask<bool> ResetAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state with { Spent = 0 }, cancellationToken);

    /// <summary>The count begins again: nothing is spent. Reservations that are not settled stand.</summary>
    public async ValueTask ResetAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        await ChangeAsync(key, stored => (stored.At(now, budget) with { Spent = 0 }, true), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How much of a budget is spent at an instant.</summary>
    public async ValueTask<int> SpentAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        GateEntry entry = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        return entry.State.At(now, budget).Spent;
    }

    private static (GateState Next, GateReservation Answer) Reserve(GateState stored, GateKey key, GateBudget budget, Instant now)
    {
        GateState state = stored.At(now, budget);
        if (state.Spent + state.Holds.Length >= budget.Limit)
        {
            // Told that it is spent, nobody may find it unspent because a hold that has ended is settled after all, as of an earlier instant.
            return (state, new GateReservation(key, budget, state.Spent >= budget.Limit ? GateOutcome.Spent : GateOutcome.Held));
        }

        long number = state.LastNumber + 1;
        return (
            state with { LastNumber = number, Holds = state.Holds.Add(new GateHold(number, now)) },
            new GateReservation(key, budget, GateOutcome.Reserved, number));
    }

    private ValueTask<bool> SettleAsync(GateReservation reservation, Instant now, Func<GateState, GateState> settle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        return !reservation.IsReserved
            ? throw new ArgumentException($"Nothing was reserved: the answer was '{reservation.Outcome}'. Look at {nameof(GateReservation.IsReserved)} first.", nameof(reservation))
            : ChangeAsync(reservation.Key, Settle, cancellationToken);

        (GateState, bool) Settle(GateState stored)
        {
            GateState state = stored.At(now, reservation.Budget);
            int index = -1;
            for (int i = 0; i < state.Holds.Length && index < 0; i++)
            {
                index = state.Holds[i].Number == reservation.Number ? i : -1;
            }

            return index < 0 ? (stored, false) : (settle(state with { Holds = state.Holds.RemoveAt(index) }), true);
        }
    }

    private async ValueTask<T> ChangeAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            GateEntry entry = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            (GateState next, T answer) = change(entry.State);
            if (next.Equals(entry.State) || await store.TryWriteAsync(key, entry.Version, next, cancellationToken).ConfigureAwait(false))
            {
                return answer;
            }
        }

        throw new GateContentionException(key, MostTries);
    }
}
