using System.Diagnostics.CodeAnalysis;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>Each other fact with the key of the first, or the first of each kind of them.</summary>
internal sealed class JoinSource<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey, Func<TOther, object?>? kind = null) : SecondSource<T, TOther>
    where T : class, IFact
    where TOther : class, IFact
{
    public KeyJoin<T, TOther> Keys { get; } = new(key, otherKey, kind);

    public override Type Type => typeof(TOther);

    public override bool MatchesNothing => false;

    public override IEnumerable<int> Positions(int first, CaseEvaluation evaluation) => Keys.Positions(first, evaluation);

    public override KeyShape Shape => Keys.Shape(Type.Name);

    public override TOther Take(object found) => (TOther)found;

    public override bool TryFirst(int first, CaseEvaluation evaluation, out int position, [NotNullWhen(true)] out TOther? second)
    {
        position = Keys.First(first, evaluation);
        second = position >= 0 ? (TOther)evaluation.Fact(position) : null;
        return second is not null;
    }

    public override bool TryNext(int first, CaseEvaluation evaluation, ref int position, [NotNullWhen(true)] out TOther? second)
    {
        position = Keys.Next(position, first, evaluation);
        second = position >= 0 ? (TOther)evaluation.Fact(position) : null;
        return second is not null;
    }
}
