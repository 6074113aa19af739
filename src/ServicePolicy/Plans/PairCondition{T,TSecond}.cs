using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>A named condition on a fact and what was matched with it; two-valued, or three-valued.</summary>
internal sealed class PairCondition<T, TSecond>(string name, Func<T, TSecond, bool>? test, Func<T, TSecond, YesNo>? ask, string? needs, string text)
    where T : class, IFact
    where TSecond : class
{
    public string Name { get; } = name;

    /// <summary>The condition as written.</summary>
    public string Text { get; } = text;

    /// <summary>What it saw of a fact and its match.</summary>
    public IReadOnlyList<TraceValue> Saw(IFact fact, TSecond second) => Seen.By(Text, needs is null ? null : InputSet.Of(needs), fact, second);

    /// <summary>The inputs that it reads and nobody knows.</summary>
    public InputSet Missing(T fact, TSecond second) => ConditionInputs.Missing(Text, needs, fact, second);

    public YesNo Answer(T fact, TSecond second) => test is null ? ask!(fact, second) : test(fact, second) ? YesNo.Yes : YesNo.No;
}
