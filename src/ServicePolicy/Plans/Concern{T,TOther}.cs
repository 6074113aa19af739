using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>A request is about facts with the same key.</summary>
internal sealed class Concern<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey) : Concern(typeof(T), typeof(TOther))
    where T : class, IFact
    where TOther : class, IFact
{
    private readonly KeyJoin<T, TOther> keys = new(key, otherKey);

    public override IEnumerable<int> Positions(CaseEvaluation evaluation) => keys.Positions(0, evaluation);
}
