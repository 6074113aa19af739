using System.Runtime.CompilerServices;

namespace ServicePolicy.Rules;

/// <summary>A rule on a fact and what is matched with it, being written.</summary>
public sealed class RuleBuilder<T, TSecond>
    where T : class, IFact
    where TSecond : class
{
    private readonly PairRule<T, TSecond> rule;

    internal RuleBuilder(SingleRule<T> first, SecondSource<T, TSecond> source)
    {
        rule = new PairRule<T, TSecond>(first.Set, first.StandardId, first.Name, source);
        rule.Conditions.AddRange(first.Conditions);
        rule.Absences.AddRange(first.Absences);
        rule.Consumptions.AddRange(first.Consumptions);
        first.Set.Rules[first.Set.Rules.IndexOf(first)] = rule;
    }

    /// <summary>The rule speaks only where the named condition is true.</summary>
    /// <remarks>The compiler gives <paramref name="text"/>, from which a trace tells what the condition saw.</remarks>
    public RuleBuilder<T, TSecond> When(string name, Func<T, TSecond, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        (rule.PairConditions ??= []).Add(new PairCondition<T, TSecond>(name, condition, null, null, text));
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true, and is indeterminate for want of <paramref name="needs"/> where nobody knows.</summary>
    /// <remarks>The compiler gives <paramref name="text"/>, from which a trace tells what the condition saw.</remarks>
    public RuleBuilder<T, TSecond> When(string name, Func<T, TSecond, YesNo> condition, string needs, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        (rule.PairConditions ??= []).Add(new PairCondition<T, TSecond>(name, null, condition, InputSet.Of(needs), text));
        return this;
    }

    /// <summary>The rule speaks only while a finding of <paramref name="standard"/> holds.</summary>
    public RuleBuilder<T, TSecond> While(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.While, standard, state, of));

    /// <summary>The rule speaks except while a finding of <paramref name="standard"/> holds.</summary>
    public RuleBuilder<T, TSecond> Except(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.While, standard, state, of) { Negated = true });

    /// <summary>The rule speaks from the start of a finding of <paramref name="standard"/>, also after it ends.</summary>
    public RuleBuilder<T, TSecond> From(string standard, FindingState state = FindingState.None, Subject of = Subject.First) =>
        Consume(new Consumption(ConsumptionMode.From, standard, state, of));

    /// <summary>The rule does not speak where the event happened before the consumed finding began; indeterminate for want of <paramref name="needs"/> where nobody knows when.</summary>
    public RuleBuilder<T, TSecond> UnlessBefore(string name, Func<T, TSecond, Occurrence> @event, string needs)
    {
        (rule.EventConditions ??= []).Add(new EventCondition<T, TSecond>(name, @event, InputSet.Of(needs)));
        return this;
    }

    /// <summary>What the rule finds. Ends the rule.</summary>
    public void Yield(Yield<T, TSecond> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        rule.Body = body;
    }

    private RuleBuilder<T, TSecond> Consume(Consumption consumption)
    {
        rule.Consumptions.Add(consumption);
        return this;
    }
}
