namespace ServicePolicy.Rules;

/// <summary>A named condition on a fact and what was matched with it; two-valued, or three-valued with the input it needs.</summary>
internal sealed class PairCondition<T, TSecond>(string name, Func<T, TSecond, bool>? test, Func<T, TSecond, YesNo>? ask, InputSet? needs, string text)
{
    public string Name { get; } = name;

    public InputSet? Needs { get; } = needs;

    /// <summary>What it saw of a fact and its match.</summary>
    public IReadOnlyList<TraceValue> Saw(IFact fact, TSecond second) => Seen.By(text, Needs, fact, second);

    public YesNo Answer(T fact, TSecond second) => test is null ? ask!(fact, second) : test(fact, second) ? YesNo.Yes : YesNo.No;
}
