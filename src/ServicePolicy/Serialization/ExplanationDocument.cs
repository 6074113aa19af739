namespace ServicePolicy.Serialization;

/// <summary>A decision with the answers of all named conditions that were asked, as it was written.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Trace">The answers, in the order in which the rules were run.</param>
public sealed record ExplanationDocument(DecisionDocument Decision, IReadOnlyList<TraceDocument> Trace);
