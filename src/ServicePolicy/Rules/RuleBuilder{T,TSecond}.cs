using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>A rule on a fact and what is matched with it, being written.</summary>
/// <remarks>As <see cref="RuleBuilder{T}"/>, the compiler hands over the text of conditions and bodies.</remarks>
public sealed class RuleBuilder<T, TSecond>
    where T : class, IFact
    where TSecond : class
{
    private readonly PairRule<T, TSecond> rule;

    internal RuleBuilder(SingleRule<T> first, SecondSource<T, TSecond> source)
    {
        rule = new PairRule<T, TSecond>(first.Set, first.StandardId, first.Name, source);
        rule.IsLeftOut = first.IsLeftOut;
        rule.Handbooks = first.Handbooks;
        rule.Severity = first.Severity;
        rule.Conditions.AddRange(first.Conditions);
        rule.Related.AddRange(first.Related);
        rule.Consumptions.AddRange(first.Consumptions);
        rule.BreachesOf.AddRange(first.BreachesOf);
        first.Set.Rules[first.Set.Rules.IndexOf(first)] = rule;
    }

    /// <summary>The rule leaves itself out while a figure that it needs is unset.</summary>
    public RuleBuilder<T, TSecond> IfSet(object? figure)
    {
        rule.IsLeftOut |= figure is null;
        return this;
    }

    /// <summary>The figure is the one for the answer to a question; where nobody knows the answer the rule says what both figures agree on.</summary>
    public void Yield<TFigure>(
        Func<T, TSecond, YesNo> question,
        TFigure yes,
        TFigure no,
        YieldBy<T, TSecond, TFigure> body,
        string? needs = null,
        [CallerArgumentExpression(nameof(question))] string text = "",
        [CallerArgumentExpression(nameof(body))] string bodyText = "") => Yield(
            (first, second, to) =>
            {
                YesNo answer = question(first, second);
                if (answer != YesNo.Unknown)
                {
                    body(first, second, answer == YesNo.Yes ? yes : no, to);
                    return;
                }

                using Alternatives alternatives = to.Alternatives(ConditionInputs.Missing(text, needs, first, second));
                body(first, second, yes, to);
                alternatives.Next();
                body(first, second, no, to);
                alternatives.Next();
            },
            $"{text} ;; {bodyText}");

    /// <summary>
    /// The figure is the one for what was so at an instant (S10), one thing of several, or none; where nobody knows which it was, the rule says what all figures that it may be agree on.
    /// </summary>
    public void Yield<TFigure>(
        Func<T, Instant> at,
        Func<T, TSecond, IEnumerable<(Truth Where, TFigure? Figure)>> figures,
        YieldBy<T, TSecond, TFigure> body,
        [CallerArgumentExpression(nameof(at))] string atText = "",
        [CallerArgumentExpression(nameof(figures))] string text = "",
        [CallerArgumentExpression(nameof(body))] string bodyText = "")
        where TFigure : class => Yield(
            (first, second, to) =>
            {
                Instant instant = at(first);
                (YesNo So, InputSet Missing, TFigure? Figure)[] possible =
                [
                    .. from choice in figures(first, second)
                       let so = choice.Where.At(instant)
                       where so != YesNo.No
                       select (so, InputSet.Of(choice.Where.MissingAt(instant)), choice.Figure),
                ];
                if (possible.Length == 0)
                {
                    return;
                }

                if (Array.FindIndex(possible, choice => choice.So == YesNo.Yes) is >= 0 and int certain)
                {
                    if (possible[certain].Figure is { } known)
                    {
                        body(first, second, known, to);
                    }

                    return;
                }

                using Alternatives alternatives = to.Alternatives(possible.Aggregate((InputSet?)null, (all, choice) => choice.Missing.Union(all))!);
                foreach ((_, _, TFigure? figure) in possible)
                {
                    if (figure is not null)
                    {
                        body(first, second, figure, to);
                    }

                    alternatives.Next();
                }
            },
            $"{atText} ;; {text} ;; {bodyText}");

    /// <summary>The rule speaks only where the named condition is true.</summary>
    public RuleBuilder<T, TSecond> When(string name, Func<T, TSecond, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        (rule.PairConditions ??= []).Add(new PairCondition<T, TSecond>(name, condition, null, null, text));
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true, and cannot tell where nobody knows: for want of what the condition reads, or of <paramref name="needs"/> where that is given.</summary>
    public RuleBuilder<T, TSecond> When(string name, Func<T, TSecond, YesNo> condition, string? needs = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        (rule.PairConditions ??= []).Add(new PairCondition<T, TSecond>(name, null, condition, needs, text));
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

    /// <summary>The rule is told of all breaches and violations of some standards, whichever facts they are about: <see cref="FindingWriter.Breaches"/>. It speaks where there are none too.</summary>
    public RuleBuilder<T, TSecond> WithBreachesOf(params IEnumerable<string> standards)
    {
        rule.BreachesOf.AddRange(standards);
        return this;
    }

    /// <summary>What the rule finds. Ends the rule.</summary>
    public void Yield(Yield<T, TSecond> body, [CallerArgumentExpression(nameof(body))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        rule.Body = body;
        rule.Text = text;
    }

    private RuleBuilder<T, TSecond> Consume(Consumption consumption)
    {
        rule.Consumptions.Add(consumption);
        return this;
    }
}
