using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule on a fact and what is matched with it: another fact, or all facts of a key.</summary>
internal sealed class PairRule<T, TSecond>(RuleSet set, string standardId, string name, SecondSource<T, TSecond> source) : Rule<T>(set, standardId, name)
    where T : class, IFact
    where TSecond : class
{
    public SecondSource<T, TSecond> Source { get; } = source;

    // Left null while there is none, so that their types need not be loaded for every pair of facts.
    public List<PairCondition<T, TSecond>>? PairConditions { get; set; }

    public Yield<T, TSecond> Body { get; set; } = null!;

    /// <summary>The body as written.</summary>
    public string Text { get; set; } = string.Empty;

    public override bool NeedsCase => Source.MatchesNothing && !Source.NeedsAny;

    public override bool HasBody => Body is not null;

    protected override SecondShape? SecondShape => new(
        Source.Shape,
        Source.MatchesNothing,
        [.. (PairConditions ?? []).Select(condition => new PairShape(condition.Name, (first, second) => condition.Answer((T)first, Source.Take(second))))])
    { NeedsAny = Source.NeedsAny };

    public override CompiledRule Compile(RulePlace place, short[] consumed) =>
        new CompiledPairRule<T, TSecond>(this, place, consumed);
}
