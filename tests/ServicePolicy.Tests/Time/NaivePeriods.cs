using NodaTime;
using NodaTime.Calendars;
using ServicePolicy.Time;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Time;

/// <summary>The same periods told day by day: a new one begins with each day whose name for it differs from that of the day before.</summary>
internal static class NaivePeriods
{
    private const int DaysAround = 200;

    public static Interval Of(PeriodsCase given)
    {
        Instant[] starts = [.. Starts(given)];
        int index = Array.FindLastIndex(starts, start => start <= given.At);
        return new Interval(starts[index], starts[index + 1]);
    }

    private static IEnumerable<Instant> Starts(PeriodsCase given)
    {
        LocalDate today = given.At.InUtc().Date;
        object? before = null;
        for (LocalDate date = today.PlusDays(-DaysAround); date <= today.PlusDays(DaysAround); date = date.PlusDays(1))
        {
            // A day that the zone leaves out begins nothing.
            if (!Exists(date, given.Zone))
            {
                continue;
            }

            object name = Name(date, given);
            if (before is not null && !name.Equals(before))
            {
                yield return given.Zone.AtStartOfDay(date).ToInstant();
            }

            before = name;
        }
    }

    private static object Name(LocalDate date, PeriodsCase given) => given.Cadence switch
    {
        Cadence.Daily => date,
        Cadence.Weekly => (WeekYearRules.Iso.GetWeekYear(date), WeekYearRules.Iso.GetWeekOfWeekYear(date)),
        Cadence.Monthly => date.ToYearMonth(),
        Cadence.Quarterly => (date.Year, date.Month switch { <= 3 => 1, <= 6 => 2, <= 9 => 3, _ => 4 }),
        Cadence.HalfYearly => (date.Year, date.Month <= 6),
        _ => FortnightBegun(date, given.Anchor),
    };

    private static LocalDate FortnightBegun(LocalDate date, LocalDate anchor)
    {
        LocalDate begun = anchor;
        while (begun > date)
        {
            begun = begun.PlusWeeks(-2);
        }

        while (begun.PlusWeeks(2) <= date)
        {
            begun = begun.PlusWeeks(2);
        }

        return begun;
    }

    private static bool Exists(LocalDate date, DateTimeZone zone)
    {
        try
        {
            return zone.AtStartOfDay(date).Date == date;
        }
        catch (SkippedTimeException)
        {
            return false;
        }
    }
}
