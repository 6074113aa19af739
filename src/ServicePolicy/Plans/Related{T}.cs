using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>A named condition on what the case has beside a fact; it holds where the case has nothing of the kind.</summary>
internal abstract class Related<T>(string name)
    where T : class, IFact
{
    public string Name { get; } = name;

    public abstract KeyShape Shape { get; }

    /// <summary>What it saw.</summary>
    public abstract IReadOnlyList<TraceValue> Saw(int position, CaseEvaluation evaluation);

    /// <summary>Whether all facts of the kind are so, and the inputs for want of which nobody knows.</summary>
    public abstract YesNo Answer(T fact, int position, CaseEvaluation evaluation, out InputSet? missing);

    public abstract void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into);
}
