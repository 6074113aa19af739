using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>The average time until an event, over the facts in which it happens, where the events may be known to ranges.</summary>
public sealed class Average
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly List<Wait> sure = [];
    private readonly List<Wait> perhaps = [];

    private Average()
    {
    }

    /// <summary>Whether the event happens in any fact.</summary>
    public YesNo IsScored => sure.Count > 0 ? YesNo.Yes : perhaps.Count == 0 ? YesNo.No : YesNo.Unknown;

    /// <summary>The average in minutes.</summary>
    /// <value><see langword="null"/> where it cannot be told, or there is nothing to average.</value>
    public decimal? Minutes
    {
        get
        {
            if (sure.Count == 0 || sure.Concat(perhaps).Any(wait => wait.Least != wait.Most))
            {
                return null;
            }

            // One that perhaps did not happen makes no difference if it is as long as the average of the others.
            Int128 total = Total(sure, Duration.Zero, wait => wait.Least);
            return perhaps.All(wait => Nanoseconds(wait.Least) * sure.Count == total) ? (decimal)total / sure.Count / NodaConstants.NanosecondsPerMinute : null;
        }
    }

    /// <summary>The inputs for want of which the average cannot be told.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>The average time from an instant of each fact until an event of it.</summary>
    public static Average Of<T>(
        IEnumerable<T> facts,
        Func<T, Instant> from,
        Func<T, Occurrence> until,
        [CallerArgumentExpression(nameof(until))] string untilText = "")
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(until);
        Average average = new();
        foreach (T fact in facts)
        {
            Occurrence end = until(fact).NotBefore(from(fact));
            if (end.Kind != OccurrenceKind.NotHappened)
            {
                (end.MayBeAbsent ? average.perhaps : average.sure).Add(new Wait(end.From - from(fact), end.To - from(fact)));
            }

            if (end.IsUnknown)
            {
                average.missing.UnionWith(ConditionInputs.Missing(untilText, null, fact, null).Names);
            }
        }

        return average;
    }

    /// <summary>Whether the average is <paramref name="most"/> or less; of nothing every average is.</summary>
    public YesNo IsAtMost(Duration most)
    {
        // The least total has those of the uncertain that lower it, the most those that raise it; where nothing is certain there is at least one of them.
        Int128 least = Total(sure, most, wait => wait.Least) + Some(most, wait => wait.Least, Int128.Min);
        Int128 greatest = Total(sure, most, wait => wait.Most) + Some(most, wait => wait.Most, Int128.Max);
        return greatest <= 0 ? YesNo.Yes : least > 0 ? YesNo.No : YesNo.Unknown;
    }

    private static Int128 Total(IEnumerable<Wait> waits, Duration less, Func<Wait, Duration> length) =>
        waits.Aggregate(Int128.Zero, (total, wait) => total + Nanoseconds(length(wait) - less));

    private static Int128 Nanoseconds(Duration duration) => (Int128)duration.ToBigIntegerNanoseconds();

    private Int128 Some(Duration less, Func<Wait, Duration> length, Func<Int128, Int128, Int128> better)
    {
        Int128[] excess = [.. perhaps.Select(wait => Nanoseconds(length(wait) - less))];
        bool none = sure.Count == 0 && excess.All(each => better(each, 0) == 0);
        return none ? excess.DefaultIfEmpty(Int128.Zero).Aggregate(better) : excess.Aggregate(Int128.Zero, (total, each) => total + better(each, 0));
    }

    private readonly record struct Wait(Duration Least, Duration Most);
}
