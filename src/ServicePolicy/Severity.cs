namespace ServicePolicy;

/// <summary>How much a departure from a standard matters.</summary>
public enum Severity : byte
{
    /// <summary>Manners and upkeep.</summary>
    Minor,

    /// <summary>A promise broken.</summary>
    Major,

    /// <summary>A prohibition, or harm to a customer.</summary>
    Critical,
}
