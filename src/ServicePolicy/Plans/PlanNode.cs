using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>The rules of one standard, or one settlement: they run together, after all that they consume.</summary>
internal sealed class PlanNode
{
    private readonly int slot;
    private readonly Type[] types;
    private readonly Func<CompiledRule[]> compile;
    private CompiledRule[]? rules;

    public PlanNode(short? standard, IEnumerable<Type> types, int slot, Func<CompiledRule[]> compile)
    {
        Standard = standard;
        this.types = [.. types];
        this.slot = slot;
        this.compile = compile;
    }

    /// <summary>The standard; none for a settlement, which writes several.</summary>
    public short? Standard { get; }

    /// <summary>Whether a rule says of its own how much its findings matter.</summary>
    public bool IsGraded { get; init; }

    /// <summary>The rules, made ready to run when first needed: a process that never sees a fact need not load what decides it.</summary>
    public CompiledRule[] Rules => rules ?? Interlocked.CompareExchange(ref rules, compile(), null) ?? rules;

    /// <summary>Whether there are rules on facts of a type.</summary>
    public bool Concerns(Type type) => Array.IndexOf(types, type) >= 0;

    /// <summary>Whether its rules run fact by fact, before all others.</summary>
    public bool IsFree => slot == Plan.Free;

    public void Run(ref FindingSink to)
    {
        CaseEvaluation evaluation = to.Evaluation;
        int start = to.Count;
        foreach (CompiledRule rule in Rules)
        {
            rule.RunCase(ref to);
        }

        Clauses.Unite(evaluation, start, ref to);

        if (slot >= 0)
        {
            evaluation.Wrote(slot, start, to.Count);
        }
    }
}
