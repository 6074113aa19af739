namespace ServicePolicy.Rules;

/// <summary>The rules of one standard, or one settlement: they run together, after all that they consume.</summary>
internal sealed class PlanNode
{
    private readonly int slot;
    private readonly Type[] types;

    public PlanNode(CompiledRule[] rules, int slot)
    {
        this.slot = slot;
        Rules = rules;
        HashSet<Type> distinct = [];
        foreach (CompiledRule rule in rules)
        {
            rule.IsFree = slot == Plan.Free;
            distinct.Add(rule.Rule.First);
        }

        types = [.. distinct];
    }

    public CompiledRule[] Rules { get; }

    /// <summary>Whether its rules run fact by fact, before all others.</summary>
    public bool IsFree => slot == Plan.Free;

    public void Run(ref FindingWriter to)
    {
        Evaluation evaluation = to.Evaluation;
        if (!evaluation.Case.HasAny(types))
        {
            return;
        }

        int start = to.Count;
        foreach (CompiledRule rule in Rules)
        {
            rule.RunCase(ref to);
        }

        if (slot >= 0)
        {
            evaluation.Wrote(slot, start, to.Count);
        }
    }
}
