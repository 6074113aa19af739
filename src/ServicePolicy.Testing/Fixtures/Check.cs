namespace ServicePolicy.Testing.Fixtures;

/// <summary>An expectation, what came, and how they differ.</summary>
/// <param name="Fixture">The fixture.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Answer">What came, unless the case was refused.</param>
/// <param name="Refused">Why the case was refused.</param>
/// <param name="Differences">The differences; none where all is as expected.</param>
internal sealed record Check(Fixture Fixture, Expectation Expected, Answer? Answer, string? Refused, IReadOnlyList<Difference> Differences);
