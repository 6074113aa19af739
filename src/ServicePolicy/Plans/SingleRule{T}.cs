using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule on one fact, chained on other findings or not.</summary>
internal sealed class SingleRule<T>(RuleSet set, string standardId, string name) : Rule<T>(set, standardId, name)
    where T : class, IFact
{
    public Yield<T> Body { get; set; } = null!;

    /// <summary>The body as written.</summary>
    public string Text { get; set; } = string.Empty;

    public override bool HasBody => Body is not null;

    public override bool IsFree => Consumptions.Count == 0 && Related.Count == 0;

    public override CompiledRule Compile(RulePlace place, short[] consumed) =>
        new CompiledSingleRule<T>(this, place, consumed);
}
