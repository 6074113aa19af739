namespace ServicePolicy;

/// <summary>A decision with the answers of all named conditions that were asked.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Trace">The answers, in the order in which the rules were run.</param>
public sealed record PolicyExplanation(PolicyDecision Decision, IReadOnlyList<TraceEntry> Trace)
{
    /// <summary>Why rules of a standard did not speak: the conditions that answered no.</summary>
    public IEnumerable<TraceEntry> WhyNot(string standard) => Trace.Where(entry => entry.Standard == standard && entry.Answer == YesNo.No);
}
