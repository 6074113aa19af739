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
        second = InOrder(first, evaluation);
        return !needsAny || second.Count > 0;
    }

    public override bool TryNext(int first, CaseEvaluation evaluation, ref int position, [NotNullWhen(true)] out IReadOnlyList<TOther>? second)
    {
        second = null;
        return false;
    }

    private IReadOnlyList<TOther> InOrder(int first, CaseEvaluation evaluation)
    {
        // Where facts stand for others that is for a moment.
        if (evaluation.IsCompleting)
        {
            return InOrder(Keys.Matches(first, evaluation));
        }

        TOther[] all = Keys.Gathered(first, evaluation);
        return evaluation.Fact(first) is TOther own && all.Length > 0 && FactOrder.CountBefore(all, own) is var index && index < all.Length && ReferenceEquals(all[index], own)
            ? new AllBut<TOther>(all, index)
            : all;
    }

    private static TOther[] InOrder(TOther[] facts)
    {
        Array.Sort(facts, FactOrder.Compare);
        return facts;
    }
}
