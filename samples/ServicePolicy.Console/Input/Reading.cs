namespace ServicePolicy.Samples.Input;

/// <summary>One case of an input file, or what is wrong with it, and where it stands.</summary>
/// <param name="Case">The case.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Place">Where it begins, or where the error is.</param>
/// <param name="Origin">What the case was made of, where that was rows of a table.</param>
internal readonly record struct Reading(PolicyCase? Case, string? Error, Place Place, ICaseOrigin? Origin = null);
