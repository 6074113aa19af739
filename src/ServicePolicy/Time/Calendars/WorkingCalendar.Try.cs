using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <content>The same questions for those who take a year without data as an answer.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>Whether <paramref name="instant"/> is in working time, or the year without data; O(log n).</summary>
    public bool TryIsOpen(Instant instant, out bool open, [NotNullWhen(false)] out int? uncoveredYear)
    {
        uncoveredYear = UncoveredYear(instant, isEnd: false);
        open = uncoveredYear is null && time.IsOpen(instant);
        return uncoveredYear is null;
    }

    /// <summary>The first instant at or after <paramref name="instant"/> that is in working time, or the year without data; O(log n).</summary>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public bool TryNextOpening(Instant instant, out Instant opening, [NotNullWhen(false)] out int? uncoveredYear)
    {
        opening = default;
        uncoveredYear = UncoveredYear(instant, isEnd: false);
        return uncoveredYear is null && Found(time.TryNextOpening(instant, out opening), out uncoveredYear);
    }

    /// <summary>The working time from <paramref name="from"/> to <paramref name="to"/>, or the year without data; O(log n).</summary>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public bool TryElapsed(Instant from, Instant to, out Duration elapsed, [NotNullWhen(false)] out int? uncoveredYear)
    {
        if (to < from)
        {
            throw new ArgumentException($"The range ends at {to}, before it starts at {from}. Exchange the instants.", nameof(to));
        }

        uncoveredYear = UncoveredYear(from, isEnd: true) ?? UncoveredYear(to, isEnd: true);
        elapsed = uncoveredYear is null ? time.Elapsed(from, to) : default;
        return uncoveredYear is null;
    }

    /// <summary>The first instant at which the working time from <paramref name="from"/> on reaches <paramref name="working"/>, or the year without data; O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="working"/> is negative.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public bool TryAdd(Instant from, Duration working, out Instant reached, [NotNullWhen(false)] out int? uncoveredYear)
    {
        if (working < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(working), working, "Working time to add is zero or more.");
        }

        reached = default;
        uncoveredYear = UncoveredYear(from, isEnd: true);
        return uncoveredYear is null && Found(time.TryAdd(from, working, out reached), out uncoveredYear);
    }

    /// <summary>The last instant from which on there are <paramref name="working"/> of working time up to <paramref name="deadline"/>, or the year without data; O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="working"/> is negative.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public bool TryLatestStart(Instant deadline, Duration working, out Instant start, [NotNullWhen(false)] out int? uncoveredYear)
    {
        if (working < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(working), working, "Working time before a deadline is zero or more.");
        }

        start = default;
        uncoveredYear = UncoveredYear(deadline, isEnd: true) ?? (time.TrySubtract(deadline, working, out start) ? null : time.YearBefore);
        return uncoveredYear is null;
    }

    /// <summary>The close of business on the <paramref name="days"/>-th working day after the day of <paramref name="trigger"/>, or the year without data; O(log n).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than one.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public bool TryAddWorkingDays(Instant trigger, int days, out Instant close, [NotNullWhen(false)] out int? uncoveredYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        close = default;
        uncoveredYear = UncoveredYear(trigger, isEnd: false);
        return uncoveredYear is null && Found(time.TryAddWorkingDays(trigger, days, out close), out uncoveredYear);
    }

    /// <summary>The time of day of <paramref name="trigger"/> on the <paramref name="days"/>-th working day after its day, or the year without data; O(log n).</summary>
    internal bool TryAddWorkingDaysToTime(Instant trigger, int days, out Instant sameTime, [NotNullWhen(false)] out int? uncoveredYear)
    {
        sameTime = default;
        uncoveredYear = UncoveredYear(trigger, isEnd: false);
        if (uncoveredYear is null && Found(time.TryWorkingDay(trigger, days, out LocalDate day), out uncoveredYear))
        {
            sameTime = Resolve(day, trigger.InZone(Zone).TimeOfDay);
        }

        return uncoveredYear is null;
    }

    /// <summary>The same local time some days later.</summary>
    internal Instant AddCalendarDays(Instant trigger, int days)
    {
        // Near the ends of the time axis there need be no local time.
        if (trigger < Instant.MinValue + Duration.FromDays(1) || days > (Instant.MaxValue - trigger).Days - 2)
        {
            return trigger < Instant.MinValue + Duration.FromDays(1) ? trigger + Duration.FromDays(days) : Instant.MaxValue;
        }

        ZonedDateTime local = trigger.InZone(Zone);
        return Resolve(local.Date.PlusDays(days), local.TimeOfDay);
    }

    private Instant Resolve(LocalDate day, LocalTime local) =>
        plan?.Resolve(day, local.NanosecondOfDay) ?? Zone.ResolveLocal(day + local, RoundTheClock.Resolver).ToInstant();

    /// <summary>The working time in <paramref name="window"/>, or the year without data; linear in the result.</summary>
    public bool TryOpenIntervals(Interval window, [NotNullWhen(true)] out IntervalSet? open, [NotNullWhen(false)] out int? uncoveredYear)
    {
        Span span = Span.Of(window);
        uncoveredYear = UncoveredYear(span.Start, isEnd: true) ?? UncoveredYear(span.End, isEnd: true);
        open = uncoveredYear is null ? time.Within(span) : null;
        return open is not null;
    }

    /// <summary>Whether a window starts on <paramref name="date"/>, or the year without data; O(log n).</summary>
    public bool TryIsWorkingDay(LocalDate date, out bool working, [NotNullWhen(false)] out int? uncoveredYear)
    {
        uncoveredYear = UncoveredYear(date);
        working = uncoveredYear is null && time.IsWorkingDay(date);
        return uncoveredYear is null;
    }

    /// <summary>The end of what the calendar covers, or an instant beyond that.</summary>
    internal Instant CoverageEndsAfter(Instant instant) => Instant.Max(instant, time.Coverage.Contains(instant) ? time.Coverage.End : instant);

    /// <summary>The end of the data ends a range, and is no instant to ask about.</summary>
    private int? UncoveredYear(Instant instant, bool isEnd) =>
        time.UncoveredYear(instant) ?? (!isEnd && instant == time.Coverage.End && plan is not null ? time.YearAfter : null);

    private int? UncoveredYear(LocalDate date) => time.CoversYear(date.Year) ? null : date.Year;

    private bool Found(bool found, out int? uncoveredYear)
    {
        uncoveredYear = found ? null : time.YearAfter;
        return found;
    }
}
