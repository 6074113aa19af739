using System.Diagnostics.CodeAnalysis;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>All facts of a type with the key of the first, as one list in the order of S11: instant, sequence, Id.</summary>
internal sealed class CollectSource<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey, bool needsAny = false) : SecondSource<T, IReadOnlyList<TOther>>
    where T : class, IFact
    where TOther : class, IFact
{
    public KeyJoin<T, TOther> Keys { get; } = new(key, otherKey);

    public override Type Type => typeof(TOther);

    public override bool MatchesNothing => true;

    public override bool NeedsAny => needsAny;

    public override IEnumerable<int> Positions(int first, CaseEvaluation evaluation) => Keys.Positions(first, evaluation);

    public override KeyShape Shape => Keys.Shape(Type.Name);

    public override IReadOnlyList<TOther> Take(object found) => InOrder([.. (IEnumerable<TOther>)found]);

    public override bool TryFirst(int first, CaseEvaluation evaluation, out int position, [NotNullWhen(true)] out IReadOnlyList<TOther>? second)
    {
        position = -1;
        second = InOrder(Keys.Matches(first, evaluation));
        return !needsAny || second.Count > 0;
    }

    public override bool TryNext(int first, CaseEvaluation evaluation, ref int position, [NotNullWhen(true)] out IReadOnlyList<TOther>? second)
    {
        second = null;
        return false;
    }

    private static TOther[] InOrder(TOther[] facts)
    {
        Array.Sort(facts, static (left, right) =>
        {
            int order = left.OpenedAt.CompareTo(right.OpenedAt);
            order = order != 0 ? order : left.Sequence.CompareTo(right.Sequence);
            return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        });
        return facts;
    }
}
