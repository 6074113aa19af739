using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A named condition on what a case has beside a fact; it holds as long as the case has nothing of the kind.</summary>
// Without the type of the fact, of which it needs only the position: a type argument would be a type to load for every rule.
internal abstract class Related(string name)
{
    public string Name { get; } = name;

    public abstract KeyShape Shape { get; }

    /// <summary>What it saw.</summary>
    public abstract IReadOnlyList<TraceValue> Saw(int position, CaseEvaluation evaluation);

    /// <summary>When all facts of the kind are so, each from when it came to be: what comes later leaves what was so before (S1).</summary>
    public abstract Truth Answer(int position, CaseEvaluation evaluation);

    public abstract void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into);
}
