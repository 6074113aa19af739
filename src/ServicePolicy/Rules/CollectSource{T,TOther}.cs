namespace ServicePolicy.Rules;

/// <summary>All facts of a type with the key of the first, as one list in the order of S11: instant, sequence, Id.</summary>
internal sealed class CollectSource<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey) : SecondSource<T, IReadOnlyList<TOther>>
    where T : class, IFact
    where TOther : class, IFact
{
    public KeyJoin<T, TOther> Keys { get; } = new(key, otherKey);

    public override Type Type => typeof(TOther);

    public override bool MatchesNothing => true;

    public static IReadOnlyList<TOther> InOrder(IEnumerable<TOther> facts) =>
        [.. facts.OrderBy(fact => fact.OpenedAt).ThenBy(fact => fact.Sequence).ThenBy(fact => fact.Id, StringComparer.Ordinal)];

    public override void Find(T fact, Evaluation evaluation, List<(int Position, IReadOnlyList<TOther> Second)> found) =>
        found.Add((-1, InOrder(Keys.Matches(fact, evaluation).Select(position => (TOther)evaluation.Fact(position)))));
}
