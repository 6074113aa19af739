namespace ServicePolicy.AspNetCore;

/// <summary>How much of a decision a caller is shown.</summary>
public enum DecisionDetail
{
    /// <summary>What it came to and when that changes.</summary>
    Outcome,

    /// <summary>The findings too, with their margins and messages, and timelines.</summary>
    Findings,

    /// <summary>Also why and why not: every named condition that was asked, with the values of facts that it saw.</summary>
    Explanation,
}
