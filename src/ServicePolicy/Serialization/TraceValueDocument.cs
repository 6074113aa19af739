namespace ServicePolicy.Serialization;

/// <summary>A value that a condition saw, as it was written.</summary>
/// <param name="Fact">The fact that has it.</param>
/// <param name="Input">The property; for a consumed finding its standard.</param>
/// <param name="Value">The value as text.</param>
public sealed record TraceValueDocument(KeyDocument Fact, string Input, string Value);
