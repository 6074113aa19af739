using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>A rule on one fact, being written.</summary>
/// <remarks>
/// The compiler hands over the text of conditions and bodies: from it traces tell what a condition saw, missing inputs are named, and the engine knows which inputs to
/// complete where they are unknown. So a condition reads the properties it needs in its own text, or is handed the whole fact.
/// </remarks>
public sealed class RuleBuilder<T>
    where T : class, IFact
{
    private readonly SingleRule<T> rule;

    internal RuleBuilder(RuleSet set, string standard, string name)
    {
        rule = new SingleRule<T>(set, standard, name);
        set.Rules.Add(rule);
    }

    /// <summary>The rule leaves itself out while a figure that it needs is unset.</summary>
    public RuleBuilder<T> IfSet(object? figure)
    {
        rule.IsLeftOut |= figure is null;
        return this;
    }

    /// <summary>Only some of the handbooks that the standard comes from ask for it: the rule leaves itself out where those are switched off.</summary>
    public RuleBuilder<T> InHandbooks(params IReadOnlyList<string> handbooks)
    {
        rule.Handbooks = handbooks;
        return this;
    }

    /// <summary>The duties and violations that this rule finds matter more, or less, than the standard says of itself.</summary>
    public RuleBuilder<T> Graded(Severity severity)
    {
        rule.Severity = severity;
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true.</summary>
    public RuleBuilder<T> When(string name, Func<T, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        rule.Conditions.Add(new Condition<T>(name, condition, null, null, text));
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true, and cannot tell where nobody knows: for want of what the condition reads, or of <paramref name="needs"/> where that is given.</summary>
    public RuleBuilder<T> When(string name, Func<T, YesNo> condition, string? needs = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        rule.Conditions.Add(new Condition<T>(name, null, condition, needs, text));
        return this;
    }

    /// <summary>The rule speaks only where the named condition is true of every <typeparamref name="TOther"/> with the same key; also where the case has none, and until it has one (S1).</summary>
    public RuleBuilder<T> WhenIts<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(
        string name,
        Func<T, string?> key,
        Func<TOther, string?> otherKey,
        Func<TOther, YesNo> condition,
        [CallerArgumentExpression(nameof(condition))] string text = "")
        where TOther : class, IFact
    {
        rule.Related.Add(new Related<T, TOther>(name, key, otherKey, condition, text));
        return this;
    }

    /// <summary>
    /// The figure is the one named for the value of an attribute; where none is named for it, or that is unset, the rule does not speak, and where nobody knows the value
    /// it says what all figures agree on.
    /// </summary>
    public RuleByFigure<T, TFigure> By<TValue, TFigure>(
        Func<T, TValue> attribute,
        (TValue Value, TFigure? Figure)[] figures,
        [CallerArgumentExpression(nameof(attribute))] string text = "")
        where TValue : struct, Enum
        where TFigure : class
    {
        (TValue Value, TFigure Figure)[] set = [.. figures.Where(figure => figure.Figure is not null).Select(figure => (figure.Value, figure.Figure!))];
        rule.IsLeftOut |= set.Length == 0;
        TFigure? FigureOf(T fact)
        {
            TValue value = attribute(fact);
            foreach ((TValue own, TFigure figure) in set)
            {
                if (own.Is(value) == YesNo.Yes)
                {
                    return figure;
                }
            }

            return null;
        }

        When("a figure is set for it", fact => attribute(fact).IsUnknown() || FigureOf(fact) is not null, text);
        bool all = Enum.GetValues<TValue>().Length - 1 == set.Length;
        return new RuleByFigure<T, TFigure>(this, FigureOf, [.. set.Select(figure => figure.Figure), .. all ? Array.Empty<TFigure?>() : [null]], text);
    }

    /// <summary>The rule speaks only until the case has a <typeparamref name="TOther"/> with the same key: absence has a time, and one that comes later leaves what was so before (S1).</summary>
    public RuleBuilder<T> Without<TOther>(string name, Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact
    {
        rule.Related.Add(new Related<T, TOther>(name, key, otherKey, _ => YesNo.No, "other => other.Id"));
        return this;
    }

    /// <summary>The rule speaks once for each <typeparamref name="TOther"/> with the same key; a null key matches nothing.</summary>
    public RuleBuilder<T, TOther> Join<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact => new(rule, new JoinSource<T, TOther>(key, otherKey));

    /// <summary>
    /// As <see cref="Join{TOther}(Func{T, string?}, Func{TOther, string?})"/>, where facts of a kind come to the same and the first of them says it first: that one may stand
    /// for all, so that a case of many facts of few kinds does not try every pair.
    /// </summary>
    /// <param name="key">The key of the fact.</param>
    /// <param name="otherKey">The key of the others.</param>
    /// <param name="kind">Of what kind one of the others is; <see langword="null"/> where that is not wholly known.</param>
    public RuleBuilder<T, TOther> JoinFirstOfAKind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey, Func<TOther, object?> kind)
        where TOther : class, IFact => new(rule, new JoinSource<T, TOther>(key, otherKey, kind));

    /// <summary>The rule speaks once, with all <typeparamref name="TOther"/> of the same key in order of time, sequence and Id; none is a list too.</summary>
    public RuleBuilder<T, IReadOnlyList<TOther>> Collect<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact => new(rule, new CollectSource<T, TOther>(key, otherKey));

    /// <summary>As <see cref="Collect{TOther}(Func{T, string?}, Func{TOther, string?})"/>, where there is at least one; what the body says of none is not asked for.</summary>
    public RuleBuilder<T, IReadOnlyList<TOther>> CollectAny<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact => new(rule, new CollectSource<T, TOther>(key, otherKey, needsAny: true));

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
    public RuleBuilder<T> At(
        string standard,
        Func<T, Instant> instant,
        FindingState state = FindingState.None,
        string? @class = null,
        Subject of = Subject.First,
        [CallerArgumentExpression(nameof(instant))] string text = "") =>
        Consume(new Consumption(ConsumptionMode.At, standard, state, of) { Class = @class, Instant = fact => instant((T)fact), Text = text });

    /// <summary>The rule speaks if a finding of <paramref name="standard"/> starts in a period.</summary>
    public RuleBuilder<T> StartingIn(
        string standard,
        Func<T, Interval> period,
        FindingState state = FindingState.None,
        Subject of = Subject.Any,
        [CallerArgumentExpression(nameof(period))] string text = "") =>
        Consume(new Consumption(ConsumptionMode.StartingIn, standard, state, of) { Period = fact => period((T)fact), Text = text });

    /// <summary>What the rule finds. Ends the rule.</summary>
    public void Yield(Yield<T> body, [CallerArgumentExpression(nameof(body))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        rule.Body = body;
        rule.Text = text;
    }

    private RuleBuilder<T> Consume(Consumption consumption)
    {
        rule.Consumptions.Add(consumption);
        return this;
    }
}
