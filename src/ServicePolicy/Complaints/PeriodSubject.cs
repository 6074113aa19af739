namespace ServicePolicy.Complaints;

/// <summary>What is counted over a period.</summary>
public enum PeriodSubject : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Complaints.</summary>
    Complaints,

    /// <summary>Suggestions.</summary>
    Suggestions,

    /// <summary>Questions.</summary>
    Questions,
}
