namespace ServicePolicy.Benchmarks.Compare;

/// <summary>An engine in the comparison.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Count">How many complaints it decides in one round.</param>
/// <param name="Run">Decides complaints from one index up to another, and returns something that depends on the findings.</param>
public sealed record Contender(string Name, int Count, Func<int, int, long> Run);
