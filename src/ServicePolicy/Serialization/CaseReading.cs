namespace ServicePolicy.Serialization;

/// <summary>One case of a stream, or what is wrong with it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Column">The column at which it begins, from 1, in characters.</param>
public readonly record struct CaseReading(PolicyCase? Case, FactFormatException? Error, int Line, int Column);
