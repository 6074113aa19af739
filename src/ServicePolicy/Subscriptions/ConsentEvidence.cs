namespace ServicePolicy.Subscriptions;

/// <summary>What evidence of a consent or confirmation is kept.</summary>
public enum ConsentEvidence : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>None.</summary>
    None,

    /// <summary>Paper.</summary>
    Paper,

    /// <summary>An electronic record.</summary>
    Electronic,
}
