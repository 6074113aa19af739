using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>Lets something happen as often as a budget allows, also when many ask at once: reserve, do it, then confirm or release.</summary>
/// <remarks>
/// At no time are more reserved and confirmed together than the limit. Reads no clock: the instant is an argument. <see cref="Gate"/> is one over a
/// store; a gate may as well be elsewhere, as behind a grain.
/// </remarks>
public interface IGate
{
    /// <summary>Reserves one of a budget, if one is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is not in the period of the key.</exception>
    ValueTask<GateReservation> ReserveAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default);

    /// <summary>What was reserved has happened: it is spent.</summary>
    /// <returns>False where the reservation was settled before, or abandoned.</returns>
    ValueTask<bool> ConfirmAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default);

    /// <summary>What was reserved has not happened: it is given back.</summary>
    /// <returns>False where the reservation was settled before, or abandoned.</returns>
    ValueTask<bool> ReleaseAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default);

    /// <summary>What was reserved has happened, and makes the count begin again: nothing is spent.</summary>
    /// <returns>False where the reservation was settled before, or abandoned; then nothing begins again.</returns>
    ValueTask<bool> ResetAsync(GateReservation reservation, Instant now, CancellationToken cancellationToken = default);

    /// <summary>The count begins again: nothing is spent. Reservations that are not settled stand.</summary>
    ValueTask ResetAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default);

    /// <summary>How much of a budget is spent at an instant.</summary>
    /// <remarks>What is told stands: reservations that are abandoned by then are settled for good.</remarks>
    ValueTask<int> SpentAsync(GateKey key, GateBudget budget, Instant now, CancellationToken cancellationToken = default);
}
