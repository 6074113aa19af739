using System.Runtime.CompilerServices;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>A rule on one fact whose figure is chosen by an attribute of it.</summary>
public sealed class RuleByFigure<T, TFigure>
    where T : class, IFact
    where TFigure : class
{
    private readonly RuleBuilder<T> rule;
    private readonly Func<T, TFigure?> figureOf;
    private readonly TFigure?[] figures;
    private readonly string text;

    internal RuleByFigure(RuleBuilder<T> rule, Func<T, TFigure?> figureOf, TFigure?[] figures, string text)
    {
        this.text = text;
        this.rule = rule;
        this.figureOf = figureOf;
        this.figures = figures;
    }

    /// <summary>What the rule finds with the figure. Ends the rule.</summary>
    public void Yield(Yield<T, TFigure> body, [CallerArgumentExpression(nameof(body))] string bodyText = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        rule.Yield(
            (fact, to) =>
            {
                if (figureOf(fact) is { } figure)
                {
                    body(fact, figure, to);
                    return;
                }

                // Nobody knows which figure it is: what all of them bring is so.
                using Alternatives alternatives = to.Alternatives(ConditionInputs.Missing(text, null, fact, null));
                foreach (TFigure? each in figures)
                {
                    if (each is not null)
                    {
                        body(fact, each, to);
                    }

                    alternatives.Next();
                }
            },
            $"{text} ;; {bodyText}");
    }
}
