namespace ServicePolicy.Rules;

/// <summary>The rule that settles the claims of several standards on one charge.</summary>
internal abstract class SettlementRule(RuleSet set, string name, string[] standards) : Rule(set, standards[0], name)
{
    public string[] Standards { get; } = standards;

    public override IReadOnlyList<string> Writes => Standards;

    public override bool NeedsCase => true;

    /// <summary>Compiles with the nodes in which the claims stand.</summary>
    public abstract CompiledRule Compile(short[] standards, int[] claimNodes);

    public override bool HasBody => true;

    public override CompiledRule Compile(short standard, bool keep, bool claiming, short[] consumed) =>
        throw new InvalidOperationException("A settlement is compiled with its claims.");
}
