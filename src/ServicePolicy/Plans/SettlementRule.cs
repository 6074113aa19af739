using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>The rule that settles the claims of several standards on one charge.</summary>
internal abstract class SettlementRule(RuleSet set, string name, string[] standards) : Rule(set, standards[0], name)
{
    public string[] Standards { get; } = standards;

    public override IReadOnlyList<string> Writes => Standards;

    public override bool NeedsCase => true;

    /// <summary>Compiles with the standards whose claims it settles.</summary>
    public abstract CompiledRule Compile(short[] standards, short excess);

    /// <summary>The standard that what is paid beyond what is owed violates, if any.</summary>
    public abstract string? Excess { get; }

    /// <summary>The payments of a charge.</summary>
    public abstract KeyShape Payments { get; }

    public override RuleShape Shape => new([], [], new SecondShape(Payments, IsCollection: true, []));

    /// <summary>Settles the claims on one charge; what else its clauses say of it stands beside them.</summary>
    public abstract void Settle(IFact charge, IEnumerable<IFact> payments, List<Cell> said, short excess, int subject, ref FindingSink to);

    public override bool HasBody => true;

    public override CompiledRule Compile(RulePlace place, short[] consumed) =>
        throw new InvalidOperationException("A settlement is compiled with its claims.");
}
