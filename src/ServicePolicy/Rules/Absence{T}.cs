namespace ServicePolicy.Rules;

/// <summary>The condition that a case has no fact of some type with the key of the first fact.</summary>
internal abstract class Absence<T>(string name)
    where T : class, IFact
{
    public string Name { get; } = name;

    public abstract Type Second { get; }

    public abstract KeyShape Shape { get; }

    /// <summary>What stands in the way: such facts.</summary>
    public abstract IReadOnlyList<TraceValue> Found(int position, Evaluation evaluation);

    /// <summary>Whether the case has no such fact.</summary>
    public abstract bool Holds(int position, Evaluation evaluation);
}
