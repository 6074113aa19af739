namespace ServicePolicy.Testing.Fixtures;

/// <summary>Something that came otherwise than expected.</summary>
internal sealed record Difference(string What, string Expected, string Came);
