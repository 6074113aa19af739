using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>Points that are, or may be, taken off a section of a score card.</summary>
/// <param name="Section">The section.</param>
/// <param name="When">From when on; unknown where nobody can tell whether they are.</param>
/// <param name="Least">The fewest points.</param>
/// <param name="Most">The most points.</param>
/// <param name="Source">What was noted, checked or found.</param>
/// <param name="Item">The Id of the item of the checklist, if it is one.</param>
internal sealed record Deduction(ScoreSection Section, Truth When, decimal Least, decimal Most, IFact Source, string? Item)
{
    /// <summary>The inputs for want of which it cannot be told how many points.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The breach that is the matter.</summary>
    public FoundBreach? Breach { get; init; }
}
