namespace ServicePolicy.Testing.Laws;

/// <summary>What the facts of a case may turn out to be, and what is said of that.</summary>
/// <param name="Values">What each unknown turned out to be, in their order.</param>
/// <param name="Facts">The facts, completed.</param>
/// <param name="Sayings">What is said of them.</param>
internal sealed record Completion(object?[] Values, IReadOnlyList<IFact> Facts, IReadOnlyList<Saying> Sayings);
