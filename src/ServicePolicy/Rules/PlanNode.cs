namespace ServicePolicy.Rules;

/// <summary>The rules of one standard, or one settlement: they run together, after all that they consume.</summary>
internal sealed class PlanNode
{
    private readonly int index;
    private readonly Type[] types;

    public PlanNode(int index, CompiledRule[] rules, bool isFree)
    {
        this.index = index;
        Rules = rules;
        IsFree = isFree;
        HashSet<Type> distinct = [];
        foreach (CompiledRule rule in rules)
        {
            rule.IsFree = isFree;
            distinct.Add(rule.Rule.First);
        }

        types = [.. distinct];
    }

    public CompiledRule[] Rules { get; }

    /// <summary>Whether its rules run fact by fact, before all others.</summary>
    public bool IsFree { get; }

    public void Run(ref FindingWriter to)
    {
        Evaluation evaluation = to.Evaluation;
        if (!evaluation.Case.HasAny(types))
        {
            return;
        }

        evaluation.Entered(index, to.Count);
        foreach (CompiledRule rule in Rules)
        {
            rule.RunCase(ref to);
        }

        evaluation.Left(index, to.Count);
    }
}
