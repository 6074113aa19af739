namespace ServicePolicy.Rules;

/// <summary>A named condition on a fact; two-valued, or three-valued with the input it needs.</summary>
internal sealed record Condition<T>(string Name, Func<T, bool>? Test, Func<T, YesNo>? Ask, InputSet? Needs)
{
    /// <summary>Whether two conditions are one delegate, as when rules share a beginning.</summary>
    public bool AsksTheSame(Condition<T> other) => ReferenceEquals(Test, other.Test) && ReferenceEquals(Ask, other.Ask);

    public YesNo Answer(T fact) => Test is null ? Ask!(fact) : Test(fact) ? YesNo.Yes : YesNo.No;
}
