using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Time.Calendars;

/// <summary>Which windows each date has, after all exceptions, and which instants their edges are.</summary>
internal abstract class DayPlan
{
    private readonly ZoneLocalMappingResolver resolver;

    protected DayPlan(DateTimeZone zone, RepeatedTime repeatedTimes)
    {
        (Zone, RepeatedTimes) = (zone, repeatedTimes);
        resolver = Resolvers.CreateMappingResolver(
            repeatedTimes == RepeatedTime.FirstOccurrence ? Resolvers.ReturnEarlier : Resolvers.ReturnLater,
            Resolvers.ReturnStartOfIntervalAfter);
    }

    public DateTimeZone Zone { get; }

    public RepeatedTime RepeatedTimes { get; }

    /// <summary>The windows that start on a date, in order of time.</summary>
    public abstract IReadOnlyList<OpeningWindow> On(LocalDate date);

    /// <summary>The instant of a local time, given in nanoseconds from midnight of a date; never decreasing in either.</summary>
    public Instant Resolve(LocalDate date, long nanosecond)
    {
        if (nanosecond >= NodaConstants.NanosecondsPerDay)
        {
            date = date.PlusDays(1);
            nanosecond -= NodaConstants.NanosecondsPerDay;
        }

        return Zone.ResolveLocal(date + LocalTime.FromNanosecondsSinceMidnight(nanosecond), resolver).ToInstant();
    }
}
