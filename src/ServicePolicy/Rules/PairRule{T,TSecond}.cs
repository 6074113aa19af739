namespace ServicePolicy.Rules;

/// <summary>A rule on a fact and what is matched with it: another fact, or all facts of a key.</summary>
internal sealed class PairRule<T, TSecond>(RuleSet set, string standardId, string name, SecondSource<T, TSecond> source) : Rule<T>(set, standardId, name)
    where T : class, IFact
    where TSecond : class
{
    public SecondSource<T, TSecond> Source { get; } = source;

    // Left null while there is none, so that their types need not be loaded for every pair of facts.
    public List<PairCondition<T, TSecond>>? PairConditions { get; set; }

    /// <summary>Asked anew for each stretch of time in which the rule may speak.</summary>
    public List<EventCondition<T, TSecond>>? EventConditions { get; set; }

    public Yield<T, TSecond> Body { get; set; } = null!;

    public override bool NeedsCase => Source.MatchesNothing;

    public override bool HasBody => Body is not null;

    protected override SecondShape? SecondShape => new(
        Source.Shape,
        Source.MatchesNothing,
        [.. (PairConditions ?? []).Select(condition => new PairShape(condition.Name, (first, second) => condition.Answer((T)first, Source.Take(second))))]);

    public override CompiledRule Compile(short standard, bool keep, bool claiming, short[] consumed) =>
        new CompiledPairRule<T, TSecond>(this, standard, keep, claiming, consumed);
}
