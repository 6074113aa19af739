namespace ServicePolicy.NRules.Tests;

/// <summary>How often a rule of a host fired, and on what.</summary>
public sealed class BreachLog
{
    public List<FactKey> Breached { get; } = [];
}
