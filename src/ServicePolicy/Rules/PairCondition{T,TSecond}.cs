namespace ServicePolicy.Rules;

/// <summary>A named condition on a fact and what was matched with it; two-valued, or three-valued with the input it needs.</summary>
internal sealed record PairCondition<T, TSecond>(string Name, Func<T, TSecond, bool>? Test, Func<T, TSecond, YesNo>? Ask, InputSet? Needs)
{
    public YesNo Answer(T fact, TSecond second) => Test is null ? Ask!(fact, second) : Test(fact, second) ? YesNo.Yes : YesNo.No;
}
