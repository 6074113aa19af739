using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>A rule on one fact, being written.</summary>
public sealed class RuleBuilder<T>
    where T : class, IFact
{
    private readonly SingleRule<T> rule;

    internal RuleBuilder(RuleSet set, string standard, string name)
    {
        rule = new SingleRule<T>(set, standard, name);
        set.Rules.Add(rule);
    }

    /// <summary>The rule speaks only where the named condition is true.</summary>
    /// <remarks>The compiler gives <paramref name="text"/>, from which a trace tells what the condition saw.</remarks>
    public RuleBuilder<T> When(string name, Func<T, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        rule.Conditions.Add(new Condition<T>(name, condition, null, null, text));
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true, and is indeterminate for want of <paramref name="needs"/> where nobody knows.</summary>
    /// <remarks>The compiler gives <paramref name="text"/>, from which a trace tells what the condition saw.</remarks>
    public RuleBuilder<T> When(string name, Func<T, YesNo> condition, string needs, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        rule.Conditions.Add(new Condition<T>(name, null, condition, InputSet.Of(needs), text));
        return this;
    }

    /// <summary>The rule speaks only where the case has no <typeparamref name="TOther"/> with the same key.</summary>
    public RuleBuilder<T> Without<TOther>(string name, Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact
    {
        rule.Absences.Add(new Absence<T, TOther>(name, key, otherKey));
        return this;
    }

    /// <summary>The rule speaks once for each <typeparamref name="TOther"/> with the same key; a null key matches nothing.</summary>
    public RuleBuilder<T, TOther> Join<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact => new(rule, new JoinSource<T, TOther>(key, otherKey));

    /// <summary>The rule speaks once, with all <typeparamref name="TOther"/> of the same key in order of time, sequence and Id; none is a list too.</summary>
    public RuleBuilder<T, IReadOnlyList<TOther>> Collect<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact => new(rule, new CollectSource<T, TOther>(key, otherKey));

    /// <summary>The rule speaks once, with all <typeparamref name="TOther"/> of the case in order of time, sequence and Id; none is a list too.</summary>
    public RuleBuilder<T, IReadOnlyList<TOther>> Collect<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>()
        where TOther : class, IFact => Collect<TOther>(_ => string.Empty, _ => string.Empty);

    /// <summary>The rule speaks only while a finding of <paramref name="standard"/> about the fact holds.</summary>
    public RuleBuilder<T> While(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.While, standard, state, of));

    /// <summary>The rule speaks except while a finding of <paramref name="standard"/> about the fact holds.</summary>
    public RuleBuilder<T> Except(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.While, standard, state, of) { Negated = true });

    /// <summary>The rule speaks from the start of a finding of <paramref name="standard"/> about the fact, also after it ends.</summary>
    public RuleBuilder<T> From(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.From, standard, state, of));

    /// <summary>The rule speaks if a finding of <paramref name="standard"/> about the fact held at an instant.</summary>
    public RuleBuilder<T> At(string standard, Func<T, Instant> instant, FindingState state = FindingState.None, string? @class = null, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.At, standard, state, of) { Class = @class, Instant = fact => instant((T)fact) });

    /// <summary>The rule speaks if a finding of <paramref name="standard"/> starts in a period.</summary>
    public RuleBuilder<T> StartingIn(string standard, Func<T, Interval> period, FindingState state = FindingState.None, Subject of = Subject.Any) =>
        Consume(new Consumption(ConsumptionMode.StartingIn, standard, state, of) { Period = fact => period((T)fact) });

    /// <summary>What the rule finds. Ends the rule.</summary>
    public void Yield(Yield<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        rule.Body = body;
    }

    private RuleBuilder<T> Consume(Consumption consumption)
    {
        rule.Consumptions.Add(consumption);
        return this;
    }
}
