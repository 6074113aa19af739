using System.Collections.Immutable;

namespace ServicePolicy.Inspection;

/// <summary>A section of a score card that is scored.</summary>
/// <param name="Section">The section.</param>
/// <param name="Standard">The Id of its standard.</param>
/// <param name="Points">The points that it has; no more than these are taken off, whatever its lines come to.</param>
/// <param name="Score">The points that are left. <see langword="null"/> where that cannot be told.</param>
/// <param name="Lines">What is taken off.</param>
public sealed record ScoreSheetSection(ScoreSection Section, string Standard, decimal Points, decimal? Score, ImmutableArray<ScoreSheetLine> Lines);
