using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Time;

/// <summary>The days and months of a time zone, as intervals of instants; a time that a day has twice is the earlier, one that it skips the first after.</summary>
internal sealed class LocalClock(string zone)
{
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[zone];

    /// <summary>The beginning of a day in a zone; where nobody knows the zone, it is within half a day or so of that in UTC.</summary>
    public static Occurrence StartOf(LocalDate date, string? zone) => zone is not null
        ? new LocalClock(zone).At(date.AtMidnight())
        : Occurrence.Between(date.AtMidnight().WithOffset(Offset.FromHours(14)).ToInstant(), date.AtMidnight().WithOffset(Offset.FromHours(-12)).ToInstant());

    public LocalDate DateOf(Instant instant) => instant.InZone(zone).Date;

    public Interval Interval(LocalDateTime start, LocalDateTime end) => new(At(start), At(end));

    /// <summary>The calendar month that a date is in.</summary>
    public Interval MonthOf(LocalDate date)
    {
        LocalDateTime start = new LocalDate(date.Year, date.Month, 1).AtMidnight();
        return start.Year == LocalDate.MaxIsoValue.Year && start.Month == LocalDate.MaxIsoValue.Month ? new Interval(At(start), null) : Interval(start, start.PlusMonths(1));
    }

    /// <summary>The days that reach into a window, and the one before, which may go on into it.</summary>
    public IEnumerable<LocalDate> DaysIn(Interval window)
    {
        for (LocalDate day = DateOf(window.Start).PlusDays(-1); day < LocalDate.MaxIsoValue && At(day.AtMidnight()) < window.End; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The calendar months that reach into a window.</summary>
    public IEnumerable<Interval> MonthsIn(Interval window)
    {
        Interval month = MonthOf(DateOf(window.Start));
        for (; month.HasEnd && month.End < window.End; month = MonthOf(DateOf(month.End)))
        {
            yield return month;
        }

        yield return month;
    }

    private Instant At(LocalDateTime local) => zone.ResolveLocal(local, Resolver).ToInstant();
}
