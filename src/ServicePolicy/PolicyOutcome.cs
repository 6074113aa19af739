namespace ServicePolicy;

/// <summary>What a decision comes to, from the least to the most serious.</summary>
public enum PolicyOutcome : byte
{
    /// <summary>No standard has anything due, refused or missing.</summary>
    NotApplicable,

    /// <summary>Everything due was done in time.</summary>
    Met,

    /// <summary>Something is due later.</summary>
    Pending,

    /// <summary>An input needed to decide is missing.</summary>
    Indeterminate,

    /// <summary>The matter cannot be raised by whoever raised it.</summary>
    Inadmissible,

    /// <summary>Something is past its warning point.</summary>
    AtRisk,

    /// <summary>Something was not done in time.</summary>
    Breached,

    /// <summary>A standard was violated; as serious as <see cref="Breached"/>.</summary>
    Violated,
}
