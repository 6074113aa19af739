namespace ServicePolicy.Rules;

/// <summary>A named condition on a fact and what was matched with it; two-valued, or three-valued with the input it needs.</summary>
internal sealed class PairCondition<T, TSecond>(string name, Func<T, TSecond, bool>? test, Func<T, TSecond, YesNo>? ask, InputSet? needs)
{
    public string Name { get; } = name;

    public InputSet? Needs { get; } = needs;

    public YesNo Answer(T fact, TSecond second) => test is null ? ask!(fact, second) : test(fact, second) ? YesNo.Yes : YesNo.No;
}
