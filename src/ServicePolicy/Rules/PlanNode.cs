namespace ServicePolicy.Rules;

/// <summary>The rules of one standard, or one settlement: they run together, after all that they consume.</summary>
internal sealed class PlanNode(int index, CompiledRule[] rules)
{
    public CompiledRule[] Rules { get; } = rules;

    public void Run(ref FindingWriter to)
    {
        to.Evaluation.Entered(index, to.Count);
        foreach (CompiledRule rule in Rules)
        {
            rule.RunCase(ref to);
        }

        to.Evaluation.Left(index, to.Count);
    }
}
