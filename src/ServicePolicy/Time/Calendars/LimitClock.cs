using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>A limit that runs on a calendar, with the suspensions that stop it and the changes of its target.</summary>
/// <remarks>
/// <para>
/// A pure value: no state, no clock of the machine; reading it twice gives the same. Due is the first instant at which the working time from
/// the start on, less the suspended working time, reaches the limit. Exact to the nanosecond; O(s log n) for s suspensions.
/// </para>
/// <para>
/// Suspensions are a set of instants, so overlapping ones count once and their order is of no matter; outside working time they have no
/// effect. One without an end is open, and there is no due unless the limit was reached before it began. Each target of a case has a clock of its own.
/// </para>
/// </remarks>
public sealed record LimitClock
{
    /// <summary>When the limit starts.</summary>
    public required Instant Start { get; init; }

    /// <summary>The limit at the start.</summary>
    public required WorkingLimit Limit { get; init; }

    /// <summary>The calendar whose working time counts; 24 × 7 unless set.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.TwentyFourSeven;

    /// <summary>When the clock stands still.</summary>
    public IntervalSet Suspensions { get; init; } = IntervalSet.Empty;

    /// <summary>The changes of the target, in any order; those of one instant apply in the order given.</summary>
    public IReadOnlyList<TargetRevision> Revisions { get; init; } = [];

    /// <summary>The share of the limit after which it is at risk, from 0 to 1; that of all standards unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public decimal WarningPoint
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A warning point is a share of the limit, from 0 to 1.");
    } = TimeLimit.DefaultWarningPoint;

    /// <summary>Due and warning under the last target.</summary>
    /// <exception cref="ArgumentException">A revision is before the start.</exception>
    /// <exception cref="CalendarCoverageException">The calendar has no data for a year that the clock runs in.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public ClockReading Read() => ReadAsOf(Instant.MaxValue);

    /// <summary>Due and warning under the target that stands at <paramref name="asOf"/>.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    public ClockReading ReadAsOf(Instant asOf) => TryReadAsOf(asOf, out ClockReading reading, out int? year)
        ? reading
        : throw new CalendarCoverageException(Calendar.Key, year.Value);

    /// <summary>Due and warning under the target that stands at <paramref name="asOf"/>, or the year without data.</summary>
    /// <exception cref="ArgumentException">A revision is before the start.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public bool TryReadAsOf(Instant asOf, out ClockReading reading, [NotNullWhen(false)] out int? uncoveredYear)
    {
        reading = default;
        if (!TryCountAsOf(asOf, out ClockCount count, out uncoveredYear)
            || !count.TryDue(out Instant? due, out uncoveredYear)
            || !count.Run.TryReach(ClockRun.Share(count.Time, WarningPoint), out Instant? warning, out uncoveredYear))
        {
            return false;
        }

        reading = new ClockReading(count.Run.Start, count.Time, due, warning);
        return true;
    }

    /// <summary>How the target counts that stands at <paramref name="asOf"/>, or the year without data.</summary>
    internal bool TryCountAsOf(Instant asOf, out ClockCount count, [NotNullWhen(false)] out int? uncoveredYear)
    {
        (Instant start, WorkingLimit limit) = TargetAt(asOf);
        count = default;
        uncoveredYear = null;
        if (limit.WhenClosed == StartWhenClosed.FromNextOpening && !Calendar.TryNextOpening(start, out start, out uncoveredYear))
        {
            return false;
        }

        if (limit.Time is { } time)
        {
            count = new ClockCount(new ClockRun(Calendar, start, Suspensions), time, null, limit.AtClosing);
            return true;
        }

        if (limit.CalendarDays is { } calendarDays)
        {
            Instant sameTime = Calendar.AddCalendarDays(start, calendarDays);
            count = new ClockCount(new ClockRun(WorkingCalendar.TwentyFourSeven, start, Suspensions), sameTime - start, null, UsedUpAtClosing.DueAtClosing);
            return true;
        }

        (int days, bool atClosing) = (limit.Days!.Value, limit.DayEnd == WorkingDayEnd.Closing);
        if (!(atClosing ? Calendar.TryAddWorkingDays(start, days, out Instant end, out uncoveredYear) : Calendar.TryAddWorkingDaysToTime(start, days, out end, out uncoveredYear))
            || !Calendar.TryElapsed(start, end, out time, out uncoveredYear))
        {
            return false;
        }

        count = new ClockCount(new ClockRun(Calendar, start, Suspensions), time, atClosing ? null : end, atClosing ? limit.AtClosing : UsedUpAtClosing.DueAtClosing);
        return true;
    }

    /// <summary>
    /// What is certain where the calendar lacks a year that the clock runs in: the first and the last instant from which it can be at risk, and the first at which it can be due.
    /// </summary>
    internal (Instant FirstWarning, Instant LastWarning, Instant Due) EarliestAsOf(Instant asOf)
    {
        (Instant start, WorkingLimit limit) = TargetAt(asOf);
        Instant covered = Calendar.CoverageEndsAfter(start);
        ClockRun run = new(Calendar, start, Suspensions);
        Duration least = limit.Time ?? (covered > start ? run.Used(covered) : Duration.Zero);
        if (!run.TryReach(ClockRun.Share(least, WarningPoint), out Instant? warning, out _) || warning is not { } warned)
        {
            return (covered, Instant.MaxValue, covered);
        }

        // Of days only the least is known that they come to.
        return (warned, limit.Time is null ? Instant.MaxValue : warned, covered);
    }

    /// <summary>The working time used up at <paramref name="at"/> under the target that stands then: without suspensions, from where it counts.</summary>
    /// <exception cref="ArgumentException"><paramref name="at"/> is before the start, or a revision is.</exception>
    /// <exception cref="CalendarCoverageException">The calendar has no data for a year from the start to the instant.</exception>
    public Duration UsedAt(Instant at) => new ClockRun(Calendar, TargetAt(at).Start, Suspensions).Used(at);

    /// <summary>The working time that is not suspended between two instants.</summary>
    internal Duration UsedBetween(Instant from, Instant until) => new ClockRun(Calendar, from, Suspensions).Used(until);

    private (Instant Start, WorkingLimit Limit) TargetAt(Instant asOf)
    {
        (Instant start, WorkingLimit limit) = (Start, Limit);
        foreach (TargetRevision revision in Revisions.Count > 1 ? [.. Revisions.OrderBy(revision => revision.At)] : Revisions)
        {
            if (revision.At < Start)
            {
                throw new ArgumentException($"The target changes at {revision.At}, before the clock starts at {Start}. Begin with the changed limit.");
            }

            if (revision.At <= asOf)
            {
                start = revision.Change == TargetChange.Restart ? revision.At : start;
                limit = revision.Limit;
            }
        }

        return (start, limit);
    }
}
