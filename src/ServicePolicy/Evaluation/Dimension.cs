namespace ServicePolicy.Evaluation;

/// <summary>An unknown input of a fact of the case, and the values that it may have.</summary>
internal sealed record Dimension(int Position, FactInput Input, IReadOnlyList<object> Values);
