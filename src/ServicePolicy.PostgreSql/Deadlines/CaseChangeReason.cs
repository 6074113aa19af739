namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Why a decision changed without new facts.</summary>
public enum CaseChangeReason : byte
{
    /// <summary>The time came.</summary>
    Deadline,

    /// <summary>The case was decided again with new figures or rules.</summary>
    Reevaluation,
}
