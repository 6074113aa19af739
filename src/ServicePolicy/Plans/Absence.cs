using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>The condition that a case has no fact of some type with the key of the first fact.</summary>
// Without the type of the fact, of which it needs only the position: a type argument would be a type to load for every rule.
internal abstract class Absence(string name)
{
    public string Name { get; } = name;

    public abstract Type Second { get; }

    public abstract KeyShape Shape { get; }

    /// <summary>What stands in the way: such facts.</summary>
    public abstract IReadOnlyList<TraceValue> Found(int position, CaseEvaluation evaluation);

    /// <summary>Until when the case has no such fact: when the first came to be, or the end of time.</summary>
    public abstract Instant Until(int position, CaseEvaluation evaluation);
}
