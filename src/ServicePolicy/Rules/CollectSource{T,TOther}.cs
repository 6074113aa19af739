using System.Diagnostics.CodeAnalysis;

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

    public override KeyShape Shape => Keys.Shape(Type.Name);

    public override IReadOnlyList<TOther> Take(object found) => InOrder((IEnumerable<TOther>)found);

    public override bool TryFirst(T fact, Evaluation evaluation, out int position, [NotNullWhen(true)] out IReadOnlyList<TOther>? second)
    {
        position = -1;
        second = InOrder(Keys.Matches(fact, evaluation));
        return true;
    }

    public override bool TryNext(T fact, Evaluation evaluation, ref int position, [NotNullWhen(true)] out IReadOnlyList<TOther>? second)
    {
        second = null;
        return false;
    }
}
