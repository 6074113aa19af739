namespace ServicePolicy.Rules;

/// <summary>How a rule takes another standard's finding.</summary>
public enum ConsumptionMode : byte
{
    /// <summary>Only as long as the finding holds.</summary>
    While,

    /// <summary>From the start of the finding on, also after it ends.</summary>
    From,

    /// <summary>As it stood at an instant.</summary>
    At,

    /// <summary>If it starts in a period.</summary>
    StartingIn,
}
