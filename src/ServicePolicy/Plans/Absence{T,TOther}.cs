using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>The condition that a case has no <typeparamref name="TOther"/> with the key of the first fact.</summary>
internal sealed class Absence<T, TOther>(string name, Func<T, string?> key, Func<TOther, string?> otherKey) : Absence(name)
    where T : class, IFact
    where TOther : class, IFact
{
    public KeyJoin<T, TOther> Keys { get; } = new(key, otherKey);

    public override Type Second => typeof(TOther);

    public override KeyShape Shape => Keys.Shape(Name);

    public override IReadOnlyList<TraceValue> Found(int position, CaseEvaluation evaluation) =>
        [.. Keys.Matches(position, evaluation).Select(found => new TraceValue(FactKey.Of(found), nameof(IFact.Id), found.Id))];

    public override Instant Until(int position, CaseEvaluation evaluation) =>
        Keys.Positions(position, evaluation).Select(other => evaluation.Fact(other).OpenedAt).DefaultIfEmpty(Instant.MaxValue).Min();
}
