namespace ServicePolicy;

/// <summary>What sort of thing a standard says of a fact.</summary>
public enum FindingKind : byte
{
    /// <summary>Something is due; the state says how it stands.</summary>
    Obligation,

    /// <summary>Something was done, or left out, against the standard.</summary>
    Violation,

    /// <summary>An action is refused while the finding holds.</summary>
    Prohibition,

    /// <summary>An action is allowed while the finding holds.</summary>
    Permission,

    /// <summary>The customer is owed something.</summary>
    Entitlement,

    /// <summary>A tier or a class.</summary>
    Classification,

    /// <summary>A figure that was worked out, such as an average.</summary>
    Measure,

    /// <summary>The matter cannot be raised by whoever raised it.</summary>
    Inadmissible,

    /// <summary>An input needed to decide is missing.</summary>
    Indeterminate,

    /// <summary>A point of a limit's ladder of warnings was reached; the class names it.</summary>
    Warning,
}
