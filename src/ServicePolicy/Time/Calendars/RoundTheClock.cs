using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Time.Calendars;

/// <summary>Open at every instant: plain arithmetic, no timetable.</summary>
internal sealed class RoundTheClock(DateTimeZone zone) : OpenTime
{
    /// <summary>What a local time is that occurs twice, or not at all.</summary>
    public static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public override Span Coverage => Span.Always;

    public override int FirstYear => LocalDate.MinIsoValue.Year;

    public override int LastYear => LocalDate.MaxIsoValue.Year;

    public override bool IsOpen(Instant instant) => true;

    public override bool TryNextOpening(Instant instant, out Instant opening)
    {
        opening = instant;
        return true;
    }

    public override Duration Elapsed(Instant from, Instant to) => to - from;

    public override bool TryAdd(Instant from, Duration working, out Instant reached)
    {
        bool fits = working <= Instant.MaxValue - from;
        reached = fits ? from + working : default;
        return fits;
    }

    public override bool TrySubtract(Instant deadline, Duration working, out Instant start)
    {
        bool fits = working <= deadline - Instant.MinValue;
        start = fits ? deadline - working : default;
        return fits;
    }

    public override bool IsWorkingDay(LocalDate date) => true;

    public override bool TryAddWorkingDays(Instant from, int days, out Instant close)
    {
        bool found = TryWorkingDay(from, days, out LocalDate day);
        close = found ? zone.ResolveLocal(day.PlusDays(1).AtMidnight(), Resolver).ToInstant() : default;
        return found;
    }

    public override bool TryWorkingDay(Instant from, int days, out LocalDate day)
    {
        // The last days of the time axis, whose local date or midnight need not exist in every zone, are left out.
        bool found = from >= Instant.MinValue + Duration.FromDays(1) && days <= (Instant.MaxValue - from).Days - 3;
        day = found ? from.InZone(zone).Date.PlusDays(days) : default;
        return found;
    }

    public override IntervalSet Within(Span span) => span.IsEmpty ? IntervalSet.Empty : IntervalSet.OfSpans([span]);

    public override int? UncoveredYear(Instant instant) => null;
}
