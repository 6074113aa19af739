namespace ServicePolicy.Samples.Host.Watching;

/// <summary>A change that the host was told of.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">The instant of the change.</param>
/// <param name="Before">What the decision came to before.</param>
/// <param name="Outcome">What it comes to from then on.</param>
internal sealed record ToldChange(string Case, string At, string Before, string Outcome);
