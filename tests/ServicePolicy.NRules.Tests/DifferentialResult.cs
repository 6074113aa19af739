namespace ServicePolicy.NRules.Tests;

/// <summary>What came of comparing one case.</summary>
/// <param name="Standards">The standards that spoke.</param>
/// <param name="IsRefused">Whether the facts cannot be.</param>
/// <param name="Edits">How many edits of a session were compared.</param>
/// <param name="Difference">How the engines differ, if they do.</param>
internal sealed record DifferentialResult(IReadOnlyCollection<string> Standards, bool IsRefused, int Edits, string? Difference);
