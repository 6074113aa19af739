using ServicePolicy.Plans;

namespace ServicePolicy.Evaluation;

/// <summary>Takes down, when asked to, how each named condition of each rule answered.</summary>
internal sealed class TraceRecorder
{
    public List<TraceEntry> Entries { get; } = [];

    public void Add(Rule rule, IFact fact, string condition, YesNo answer, IReadOnlyList<TraceValue> values, IFact? second = null) =>
        Entries.Add(new TraceEntry(rule.StandardId, rule.Name, FactKey.Of(fact), second is null ? null : FactKey.Of(second), condition, answer, values));
}
