using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>Lets something happen as often as a budget allows, also when many ask at once: reserve, do it, then confirm or release.</summary>
/// <remarks>
/// Safe to share by all threads and processes that share the store. At no time are more reserved and confirmed together than the
/// limit. Reads no clock: the instant is an argument. What is refused changes nothing, save that reservations found abandoned are settled.
/// Whatever changes may end in a <see cref="GateContentionException"/> where the store refuses too many writes; one that is an
/// <see cref="ILockingGateStore"/> refuses none.
/// </remarks>
public sealed class Gate : IGate
{
    private const int MostTries = 100;
    private readonly IGateStore store;
    private readonly GateBackOff backOff;

    /// <summary>A gate on a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="time">By what the gate waits before it writes again what a store refused; the machine's time where left out.</param>
    public Gate(IGateStore store, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        backOff = new GateBackOff(time);
    }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public ValueTask<bool> ConfirmAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state with { Spent = state.Spent + 1 }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ResetAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, now, state => state with { Spent = 0 }, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ResetAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        await ChangeAsync(key, stored => (stored.At(now, budget) with { Spent = 0 }, true), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<int> SpentAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        return ChangeAsync(key, Spent, cancellationToken);

        // Told that it is spent, nobody may find it unspent later: what is abandoned now is settled, also where one settles as of an earlier instant.
        (GateState, int) Spent(GateState stored)
        {
            GateState state = stored.At(now, budget);
            return (state, state.Spent);
        }
    }

    private static (GateState Next, GateReservation Answer) Reserve(GateState stored, GateKey key, GateBudget budget, Instant now)
    {
        GateState state = stored.At(now, budget);
        if (state.Spent + state.Holds.Length >= budget.Limit)
        {
            // Told that it is spent, nobody may find it unspent because a hold that has ended is settled after all, as of an earlier instant.
            return (state, GateReservation.Refused(key, budget, state.Spent >= budget.Limit ? GateOutcome.Spent : GateOutcome.Held));
        }

        long number = state.LastNumber + 1;
        return (
            state with { LastNumber = number, Holds = state.Holds.Add(new GateHold(number, now)) },
            GateReservation.Reserved(key, budget, number));
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

    private ValueTask<T> ChangeAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken) =>
        store is ILockingGateStore locking ? locking.UpdateAsync(key, change, cancellationToken) : SwapAsync(key, change, cancellationToken);

    private async ValueTask<T> SwapAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            await backOff.WaitAsync(tries, cancellationToken).ConfigureAwait(false);
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
