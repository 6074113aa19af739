using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>A named condition on a fact; two-valued, or three-valued.</summary>
// A class: a record would have a type of its own for equality loaded with every fact type.
internal sealed class Condition<T>(string name, Func<T, bool>? test, Func<T, YesNo>? ask, string? needs, string text)
    where T : class, IFact
{
    public string Name { get; } = name;

    public Func<T, bool>? Test { get; } = test;

    public Func<T, YesNo>? Ask { get; } = ask;

    /// <summary>The condition as written.</summary>
    public string Text { get; } = text;

    /// <summary>What it saw of a fact.</summary>
    public IReadOnlyList<TraceValue> Saw(IFact fact) => Seen.By(Text, Needs, fact);

    /// <summary>The inputs that it reads and nobody knows.</summary>
    public InputSet Missing(T fact) => ConditionInputs.Missing(Text, needs, fact, null);

    /// <summary>Whether two conditions are one delegate, as when rules share a beginning.</summary>
    public bool AsksTheSame(Condition<T> other) => ReferenceEquals(Test, other.Test) && ReferenceEquals(Ask, other.Ask);

    public YesNo Answer(T fact) => Test is null ? Ask!(fact) : Test(fact) ? YesNo.Yes : YesNo.No;

    private InputSet? Needs => needs is null ? null : InputSet.Of(needs);
}
