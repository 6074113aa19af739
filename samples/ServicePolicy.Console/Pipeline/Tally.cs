using System.Runtime.InteropServices;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>What decisions come to, counted; the counts of batches add up.</summary>
internal sealed class Tally
{
    private readonly Dictionary<PolicyOutcome, long> outcomes = [];
    private readonly Dictionary<(Standard Standard, FindingKind Kind, FindingState State), long> findings = [];
    private readonly Dictionary<Standard, (long Cases, long Last)> spoken = [];

    public long Decided { get; private set; }

    public long Unusable { get; set; }

    public long Read => Decided + Unusable;

    public IEnumerable<KeyValuePair<PolicyOutcome, long>> Outcomes => outcomes.OrderByDescending(outcome => outcome.Key);

    /// <summary>How many cases had the outcome.</summary>
    public long Of(PolicyOutcome outcome) => outcomes.GetValueOrDefault(outcome);

    /// <summary>In how many cases a standard spoke; none where it never did.</summary>
    public long Cases(Standard standard) => spoken.GetValueOrDefault(standard).Cases;

    /// <summary>What a standard said, and how often.</summary>
    public IEnumerable<(string Says, long Count)> Says(Standard standard) =>
        from pair in findings
        where pair.Key.Standard == standard
        group pair.Value by Words.Says(pair.Key.Kind, pair.Key.State) into said
        orderby said.Key
        select (said.Key, said.Sum());

    public void Add(PolicyDecision decision)
    {
        Decided++;
        Slot(outcomes, decision.Outcome)++;
        foreach (Finding finding in decision.Findings)
        {
            Slot(findings, (finding.Standard, finding.Kind, finding.State))++;
            ref (long Cases, long Last) said = ref Slot(spoken, finding.Standard);
            said = (said.Last == Decided ? said.Cases : said.Cases + 1, Decided);
        }
    }

    public void Add(Tally other)
    {
        Decided += other.Decided;
        Unusable += other.Unusable;
        foreach ((PolicyOutcome outcome, long count) in other.outcomes)
        {
            Slot(outcomes, outcome) += count;
        }

        foreach (((Standard, FindingKind, FindingState) said, long count) in other.findings)
        {
            Slot(findings, said) += count;
        }

        foreach ((Standard standard, (long cases, _)) in other.spoken)
        {
            ref (long Cases, long Last) said = ref Slot(spoken, standard);
            said = (said.Cases + cases, 0);
        }
    }

    private static ref TValue Slot<TKey, TValue>(Dictionary<TKey, TValue> counts, TKey key)
        where TKey : notnull
        where TValue : struct => ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
}
