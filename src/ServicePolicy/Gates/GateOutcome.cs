namespace ServicePolicy.Gates;

/// <summary>What asking for a reservation has come to.</summary>
public enum GateOutcome : byte
{
    /// <summary>The budget is spent: it is refused until the next period or a reset.</summary>
    Spent,

    /// <summary>What is left of the budget is reserved by others: once one of them releases, it may be asked again.</summary>
    Held,

    /// <summary>It is reserved, and to be confirmed or released.</summary>
    Reserved,
}
