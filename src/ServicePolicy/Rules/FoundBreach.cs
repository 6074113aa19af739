namespace ServicePolicy.Rules;

/// <summary>A breach, or a violation, of a standard by a fact, as the rules of that standard found it.</summary>
/// <param name="Standard">The Id of the standard.</param>
/// <param name="Fact">The fact that the finding is about.</param>
/// <param name="During">When it is breached or violated; unknown where nobody can tell.</param>
public sealed record FoundBreach(string Standard, IFact Fact, Truth During)
{
    /// <summary>Where the fact stands in the evaluation.</summary>
    internal int Position { get; init; }
}
