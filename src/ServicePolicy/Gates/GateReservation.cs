namespace ServicePolicy.Gates;

/// <summary>The answer to asking for a reservation.</summary>
/// <remarks>
/// Immutable. To be confirmed or released once, where it was reserved, by whichever process: key, budget and <see cref="Number"/> are all there is to
/// it, and <see cref="Reserved"/> makes it again of them.
/// </remarks>
public sealed class GateReservation
{
    private GateReservation(GateKey key, GateBudget budget, GateOutcome outcome, long number)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(budget);
        Key = key;
        Budget = budget;
        Outcome = outcome;
        Number = number;
    }

    /// <summary>What it was asked for.</summary>
    public GateKey Key { get; }

    /// <summary>The budget that it was asked from.</summary>
    public GateBudget Budget { get; }

    /// <summary>What asking has come to.</summary>
    public GateOutcome Outcome { get; }

    /// <summary>Whether it was reserved.</summary>
    public bool IsReserved => Outcome == GateOutcome.Reserved;

    /// <summary>The number of the reservation among those of its key.</summary>
    /// <value>0 where nothing was reserved.</value>
    public long Number { get; }

    /// <summary>A reservation that was made, perhaps by another process.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is no number of a reservation: they begin with 1.</exception>
    public static GateReservation Reserved(GateKey key, GateBudget budget, long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new GateReservation(key, budget, GateOutcome.Reserved, number);
    }

    /// <summary>The answer that nothing was reserved.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> says that something was.</exception>
    public static GateReservation Refused(GateKey key, GateBudget budget, GateOutcome outcome) => outcome is GateOutcome.Spent or GateOutcome.Held
        ? new GateReservation(key, budget, outcome, 0)
        : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, $"A refusal is '{GateOutcome.Spent}' or '{GateOutcome.Held}'. For what was reserved use {nameof(Reserved)}.");
}
