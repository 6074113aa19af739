namespace ServicePolicy.Gates;

/// <summary>The answer to asking for a reservation.</summary>
/// <remarks>Immutable. To be confirmed or released once, where it was reserved.</remarks>
public sealed class GateReservation
{
    internal GateReservation(GateKey key, GateBudget budget, GateOutcome outcome, long number = 0)
    {
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

    /// <summary>The number of the reservation among those of its key; 0 where there is none.</summary>
    internal long Number { get; }
}
