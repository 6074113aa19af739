namespace ServicePolicy.Rules;

/// <summary>A named condition on a fact; two-valued, or three-valued with the input it needs.</summary>
// A class: a record would have a type of its own for equality loaded with every fact type.
internal sealed class Condition<T>(string name, Func<T, bool>? test, Func<T, YesNo>? ask, InputSet? needs, string text)
{
    public string Name { get; } = name;

    public Func<T, bool>? Test { get; } = test;

    public Func<T, YesNo>? Ask { get; } = ask;

    public InputSet? Needs { get; } = needs;

    /// <summary>What it saw of a fact.</summary>
    public IReadOnlyList<TraceValue> Saw(IFact fact) => Seen.By(text, Needs, fact);

    /// <summary>Whether two conditions are one delegate, as when rules share a beginning.</summary>
    public bool AsksTheSame(Condition<T> other) => ReferenceEquals(Test, other.Test) && ReferenceEquals(Ask, other.Ask);

    public YesNo Answer(T fact) => Test is null ? Ask!(fact) : Test(fact) ? YesNo.Yes : YesNo.No;
}
