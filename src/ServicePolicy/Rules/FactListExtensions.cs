using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>Words on facts that a rule has collected.</summary>
public static class FactListExtensions
{
    /// <summary>Those that began in a period; its end is not in it.</summary>
    public static IEnumerable<T> In<T>(this IEnumerable<T> facts, Interval period, Func<T, Instant> began)
        where T : class, IFact => facts.Where(fact => period.Contains(began(fact)));

    /// <summary>When the amounts of facts, added up in order of time, come to a total; not where they never do.</summary>
    public static Occurrence Reaching<T>(this IEnumerable<T> facts, Money total, Func<T, Instant> at, Func<T, Money> amount)
        where T : class, IFact
    {
        decimal left = total.Amount;
        foreach (T fact in facts.Where(fact => amount(fact).Currency == total.Currency).OrderBy(at))
        {
            left -= Math.Min(left, amount(fact).Amount);
            if (left <= 0)
            {
                return at(fact);
            }
        }

        return Occurrence.NotHappened;
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
