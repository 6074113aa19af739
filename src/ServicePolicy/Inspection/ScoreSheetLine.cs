using System.Collections.Immutable;

namespace ServicePolicy.Inspection;

/// <summary>Points that are taken off a section, and why.</summary>
/// <param name="Source">The note, the check, or the fact about which another standard found a breach.</param>
/// <param name="Item">The Id of the item of <see cref="Checklist"/> that falls short, if it is one.</param>
/// <param name="Clause">The Id of the other standard that found the breach, if one did.</param>
/// <param name="Points">The points. <see langword="null"/> where nobody can tell whether, or how many.</param>
/// <param name="MissingInputs">The inputs for want of which that is so.</param>
public sealed record ScoreSheetLine(FactKey Source, string? Item, string? Clause, decimal? Points, ImmutableArray<string> MissingInputs)
{
    /// <summary>The fact itself, by whose type JSON names it.</summary>
    internal IFact? Fact { get; init; }
}
