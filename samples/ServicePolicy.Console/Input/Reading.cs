namespace ServicePolicy.Samples.Input;

/// <summary>One case of an input file, or what is wrong with it, and where it stands.</summary>
internal readonly record struct Reading(PolicyCase? Case, string? Error, int Line, int Column);
