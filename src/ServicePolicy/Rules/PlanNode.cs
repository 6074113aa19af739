namespace ServicePolicy.Rules;

/// <summary>The rules of one standard, or one settlement: they run together, after all that they consume.</summary>
internal sealed class PlanNode
{
    private readonly int index;
    private readonly Type[] types;

    public PlanNode(int index, CompiledRule[] rules)
    {
        this.index = index;
        Rules = rules;
        HashSet<Type> distinct = [];
        foreach (CompiledRule rule in rules)
        {
            distinct.Add(rule.Rule.First);
        }

        types = [.. distinct];
    }

    public CompiledRule[] Rules { get; }

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
