using System.Runtime.InteropServices;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>What decisions come to, counted; the counts of batches add up.</summary>
internal sealed class Tally
{
    private static readonly int Kinds = Enum.GetValues<FindingKind>().Length, States = Enum.GetValues<FindingState>().Length;

    private readonly long[] outcomes = new long[Enum.GetValues<PolicyOutcome>().Length];

    // By Id: the standards of two editions are two, and equal is what is slow to find out.
    private readonly Dictionary<string, Clause> clauses = new(StringComparer.Ordinal);

    public long Decided { get; private set; }

    public long Unusable { get; set; }

    public long Read => Decided + Unusable;

    /// <summary>The outcomes that there were, the worst first.</summary>
    public IEnumerable<(PolicyOutcome Outcome, long Count)> Outcomes =>
        Enum.GetValues<PolicyOutcome>().OrderDescending().Select(outcome => (outcome, Of(outcome))).Where(outcome => outcome.Item2 > 0);

    /// <summary>How many cases had the outcome.</summary>
    public long Of(PolicyOutcome outcome) => outcomes[(int)outcome];

    /// <summary>In how many cases a standard spoke; none where it never did.</summary>
    public long Cases(Standard standard) => clauses.GetValueOrDefault(standard.Id)?.Cases ?? 0;

    /// <summary>What a standard said, and how often.</summary>
    public IEnumerable<(string Says, long Count)> Says(Standard standard) =>
        from said in clauses.GetValueOrDefault(standard.Id)?.Said.Index() ?? []
        where said.Item > 0
        group said.Item by Words.Says((FindingKind)(said.Index / States), (FindingState)(said.Index % States)) into words
        orderby words.Key
        select (words.Key, words.Sum());

    public void Add(PolicyDecision decision)
    {
        Decided++;
        outcomes[(int)decision.Outcome]++;
        FindingList findings = decision.Findings;
        for (int i = 0; i < findings.Count; i++)
        {
            Finding finding = findings[i];
            Clause clause = Of(finding.Standard.Id);
            clause.Said[((int)finding.Kind * States) + (int)finding.State]++;
            clause.Cases += clause.Last == Decided ? 0 : 1;
            clause.Last = Decided;
        }
    }

    public void Add(Tally other)
    {
        Decided += other.Decided;
        Unusable += other.Unusable;
        Sum(outcomes, other.outcomes);
        foreach ((string standard, Clause said) in other.clauses)
        {
            Clause clause = Of(standard);
            clause.Cases += said.Cases;
            Sum(clause.Said, said.Said);
        }
    }

    private static void Sum(long[] counts, long[] others)
    {
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += others[i];
        }
    }

    private Clause Of(string standard)
    {
        ref Clause? clause = ref CollectionsMarshal.GetValueRefOrAddDefault(clauses, standard, out _);
        return clause ??= new Clause();
    }

    private sealed class Clause
    {
        public long Cases { get; set; }

        /// <summary>The number of the case in which it spoke last.</summary>
        public long Last { get; set; }

        public long[] Said { get; } = new long[Kinds * States];
    }
}
