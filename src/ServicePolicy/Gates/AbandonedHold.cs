namespace ServicePolicy.Gates;

/// <summary>What becomes of a reservation that nobody settled in time, such as after a crash.</summary>
public enum AbandonedHold : byte
{
    /// <summary>It counts as if confirmed: the budget is never exceeded.</summary>
    Spent,

    /// <summary>It is given back: what happened without being confirmed is not counted.</summary>
    GivenBack,
}
