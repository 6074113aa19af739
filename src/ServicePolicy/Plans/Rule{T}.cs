using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule whose findings are about a fact of type <typeparamref name="T"/>.</summary>
internal abstract class Rule<T>(RuleSet set, string standardId, string name) : Rule(set, standardId, name)
    where T : class, IFact
{
    public List<Condition<T>> Conditions { get; } = [];

    public List<Related> Related { get; } = [];

    public override Type First => typeof(T);

    public override RuleShape Shape => new(
        [.. Conditions.Select(condition => new ConditionShape(condition.Name, (object?)condition.Test ?? condition.Ask!, fact => condition.Answer((T)fact)))],
        [.. Related.Select(related => related.Shape)],
        SecondShape);

    protected virtual SecondShape? SecondShape => null;
}
