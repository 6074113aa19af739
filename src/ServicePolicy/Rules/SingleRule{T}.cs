namespace ServicePolicy.Rules;

/// <summary>A rule on one fact, chained on other findings or not.</summary>
internal sealed class SingleRule<T>(RuleSet set, string standardId, string name) : Rule<T>(set, standardId, name)
    where T : class, IFact
{
    public Yield<T> Body { get; set; } = null!;

    public override bool HasBody => Body is not null;

    public override bool IsFree => Consumptions.Count == 0 && Absences.Count == 0;

    public override CompiledRule Compile(short standard, bool keep, bool claiming, short[] consumed) =>
        new CompiledSingleRule<T>(this, standard, keep, claiming, consumed);
}
