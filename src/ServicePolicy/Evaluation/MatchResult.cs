using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>What rules found of a match.</summary>
/// <param name="Found">The findings.</param>
/// <param name="Problems">What they found impossible.</param>
/// <param name="ProblemsFrom">What they found impossible from an instant on.</param>
/// <param name="IsWindowed">Whether any of them has recurring findings.</param>
/// <param name="IsDoubtful">Whether any of them could not tell, so that its clause has to be worked out as a whole.</param>
internal sealed record MatchResult(
    List<LoneFinding> Found,
    FactProblems Problems,
    IReadOnlyList<(Instant From, FactProblem Problem)> ProblemsFrom,
    bool IsWindowed,
    bool IsDoubtful);
