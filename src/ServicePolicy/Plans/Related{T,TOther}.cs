using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A named condition on each <typeparamref name="TOther"/> with the key of the fact.</summary>
internal sealed class Related<T, TOther>(string name, Func<T, string?> key, Func<TOther, string?> otherKey, Func<TOther, YesNo> ask, string text) : Related(name)
    where T : class, IFact
    where TOther : class, IFact
{
    private readonly KeyJoin<T, TOther> keys = new(key, otherKey);

    public override KeyShape Shape => keys.Shape(Name);

    public override IReadOnlyList<TraceValue> Saw(int position, CaseEvaluation evaluation) =>
        [.. keys.Matches(position, evaluation).SelectMany(other => Seen.By(text, null, other))];

    public override Truth Answer(int position, CaseEvaluation evaluation)
    {
        Truth all = Truth.Always;
        for (int other = keys.First(position, evaluation); other >= 0; other = keys.Next(other, position, evaluation))
        {
            TOther found = (TOther)evaluation.Fact(other);
            YesNo answer = ask(found);
            if (answer != YesNo.Yes)
            {
                Stretch before = new(Instant.MinValue, found.OpenedAt, null);
                all = all.And(answer == YesNo.No
                    ? Truth.Of([before])
                    : Truth.Of([before, new Stretch(found.OpenedAt, Instant.MaxValue, ConditionInputs.Missing(text, null, found, null))]));
            }
        }

        return all;
    }

    public override void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into)
    {
        for (int other = keys.First(position, evaluation); other >= 0; other = keys.Next(other, position, evaluation))
        {
            into.Add(other, evaluation.Fact(other), [text], parameter: 0);
        }
    }
}
