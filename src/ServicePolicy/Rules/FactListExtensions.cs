using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>Words on facts that a rule has collected.</summary>
public static class FactListExtensions
{
    /// <summary>Those that began in a period; its end is not in it.</summary>
    public static IEnumerable<T> In<T>(this IEnumerable<T> facts, Interval period, Func<T, Instant> began)
        where T : class, IFact => facts.Where(fact => period.Contains(began(fact)));

    /// <summary>Those of a collection that come before a fact in order of time, sequence and Id; the latest first, so that whoever looks for one that is near need not see all.</summary>
    public static IEnumerable<T> Before<T>(this IReadOnlyList<T> collected, T fact)
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(collected);
        ArgumentNullException.ThrowIfNull(fact);
        int count = FactOrder.CountBefore(collected, fact);
        return Enumerable.Range(1, count).Select(back => collected[count - back]);
    }

    /// <summary>Whether something is so of any of them; none is asked after one of which it is.</summary>
    public static YesNo Any<T>(this IEnumerable<T> facts, Func<T, YesNo> isSo)
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(isSo);
        YesNo any = YesNo.No;
        foreach (T fact in facts)
        {
            any = any.Or(isSo(fact));
            if (any == YesNo.Yes)
            {
                break;
            }
        }

        return any;
    }

    /// <summary>The first of the events of facts; not where none happened.</summary>
    public static Occurrence First<T>(this IEnumerable<T> facts, Func<T, Occurrence> @event)
        where T : class, IFact => facts.Aggregate(Occurrence.NotHappened, (first, fact) => first.Or(@event(fact)));

    /// <summary>The first of the events of facts that lies in a period; its end is not in it.</summary>
    public static Occurrence First<T>(this IEnumerable<T> facts, Interval period, Func<T, Occurrence> @event)
        where T : class, IFact => facts.First(fact => @event(fact).Since(period.Start).By(period.End - Duration.Epsilon));

    /// <summary>When the last of the events of facts has happened, so that all have; <paramref name="none"/> where there are no facts.</summary>
    public static Occurrence Last<T>(this IEnumerable<T> facts, Func<T, Occurrence> @event, Occurrence none)
        where T : class, IFact => facts.Select(@event).Aggregate(none, (last, one) => last.And(one));

    /// <summary>While something is so of any of them.</summary>
    public static Truth AnyOf<T>(this IEnumerable<T> facts, Func<T, Truth> isSo)
        where T : class, IFact => facts.Select(isSo).Aggregate(Truth.Never, (any, one) => any | one);

    /// <summary>
    /// While the amounts of facts, each from an instant on and until it is taken back, come to a total; unknown where that hangs on when one is taken back.
    /// </summary>
    public static Truth Amounting<T>(
        this IEnumerable<T> facts,
        Money total,
        Func<T, Instant> at,
        Func<T, Money> amount,
        Func<T, Occurrence> back,
        [CallerArgumentExpression(nameof(back))] string text = "")
        where T : class, IFact
    {
        // Where the total is nothing, one that stands comes to it, whatever its amount.
        decimal whole = total.Amount == 0 ? 1 : total.Amount;
        List<(Instant At, decimal Surely, decimal Perhaps)> steps = [];
        foreach (T fact in facts.Where(fact => amount(fact).Currency == total.Currency))
        {
            // No amount counts for more than the total, so that no sum is beyond what can be counted.
            decimal counted = total.Amount == 0 ? whole : Math.Min(whole, amount(fact).Amount);
            Occurrence taken = back(fact);
            steps.Add((at(fact), counted, counted));
            if (taken.Kind != OccurrenceKind.NotHappened)
            {
                steps.Add((taken.NotBefore(at(fact)).From, -counted, 0));
                if (!taken.MayBeAbsent)
                {
                    steps.Add((taken.NotBefore(at(fact)).To, 0, -counted));
                }
            }
        }

        List<Stretch> stretches = [];
        decimal surely = 0, perhaps = 0;
        Instant from = Instant.MinValue;
        InputSet missing = InputSet.Of(ExpressionText.Read(text).PropertiesOrText);
        foreach (IGrouping<Instant, (Instant At, decimal Surely, decimal Perhaps)> step in steps.GroupBy(step => step.At).OrderBy(group => group.Key))
        {
            Add(step.Key);
            surely += step.Sum(change => change.Surely);
            perhaps += step.Sum(change => change.Perhaps);
        }

        Add(Instant.MaxValue);
        return Truth.Of([.. stretches]);

        void Add(Instant until)
        {
            if (perhaps >= whole && from > Instant.MinValue)
            {
                stretches.Add(new Stretch(from, until, surely >= whole ? null : missing));
            }

            from = until;
        }
    }

    /// <summary>The event that is the <paramref name="number"/>-th of several, any of which may be known to a range, or perhaps none.</summary>
    public static Occurrence Nth<T>(this IEnumerable<T> facts, int number, Func<T, Occurrence> @event)
        where T : class, IFact => Nth(facts.Select(@event), number);

    /// <summary>The event that is the <paramref name="number"/>-th of several.</summary>
    public static Occurrence Nth(this IEnumerable<Occurrence> events, int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        Occurrence[] possible = [.. events.Where(each => each.Kind != OccurrenceKind.NotHappened)];
        if (possible.Length < number)
        {
            return Occurrence.NotHappened;
        }

        // It is no later than it would be without those that perhaps did not happen.
        Instant[] surely = [.. possible.Where(each => !each.MayBeAbsent).Select(each => each.To).Order()];
        Instant first = possible.Select(each => each.From).Order().ElementAt(number - 1);
        return surely.Length >= number
            ? Occurrence.Range(first, surely[number - 1], perhaps: false)
            : Occurrence.Range(first, possible.Max(each => each.To), perhaps: true);
    }
}
