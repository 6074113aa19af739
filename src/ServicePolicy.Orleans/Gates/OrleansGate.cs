using NodaTime;
using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>A gate whose every key is a grain: many at one key queue there, and each writes once.</summary>
/// <remarks>Safe to share by all threads. Grains are on the store that the silos have; another process may use the same store directly, at the cost of speed alone.</remarks>
public sealed class OrleansGate : IGate
{
    private readonly IGrainFactory grains;

    /// <summary>A gate on the grains of a cluster.</summary>
    public OrleansGate(IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(grains);
        this.grains = grains;
    }

    /// <inheritdoc/>
    public async ValueTask<GateReservation> ReserveAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        GateAnswer answer = await GrainOf(key).ReserveAsync(budget, now).WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer.Outcome == GateOutcome.Reserved ? GateReservation.Reserved(key, budget, answer.Number) : GateReservation.Refused(key, budget, answer.Outcome);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ConfirmAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, GateSettlement.Confirm, now, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, GateSettlement.Release, now, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ResetAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default) =>
        SettleAsync(reservation, GateSettlement.Reset, now, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ResetAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        await GrainOf(key).ResetAsync(budget, now).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> SpentAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return await GrainOf(key).SpentAsync(budget, now).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> SettleAsync(GateReservation reservation, GateSettlement settlement, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        return !reservation.IsReserved
            ? throw new ArgumentException($"Nothing was reserved: the answer was '{reservation.Outcome}'. Look at {nameof(GateReservation.IsReserved)} first.", nameof(reservation))
            : await GrainOf(reservation.Key).SettleAsync(reservation.Number, settlement, reservation.Budget, now).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private IGateGrain GrainOf(GateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return grains.GetGrain<IGateGrain>(GateGrainKey.Of(key));
    }
}
