using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Working time from a start on, with the suspended stretches left out.</summary>
internal readonly record struct ClockRun(WorkingCalendar Calendar, Instant Start, IntervalSet Suspensions)
{
    // In so many days nanoseconds are fewer than a long can count.
    private const int DaysOfInt64 = 100_000;

    /// <summary>The first instant at which <paramref name="time"/> is used up; none when an open suspension begins before.</summary>
    public bool TryReach(Duration time, out Instant? reached, [NotNullWhen(false)] out int? uncoveredYear)
    {
        (reached, uncoveredYear) = (null, null);
        Instant from = Start;
        foreach (Span suspension in Suspensions.Spans)
        {
            if (suspension.End <= from)
            {
                continue;
            }

            // The data may end after a suspension that leaves enough: ask for the instant first, and for what is used up to it only then.
            bool fits = Calendar.TryAdd(from, time, out Instant free, out uncoveredYear);
            if (fits && (free <= suspension.Start || free == Start))
            {
                reached = free;
                return true;
            }

            Instant stop = Instant.Max(from, suspension.Start);
            if (!Calendar.TryElapsed(from, stop, out Duration used, out int? year))
            {
                uncoveredYear ??= year;
                return false;
            }

            if (suspension.End == Instant.MaxValue)
            {
                uncoveredYear = null;
                return true;
            }

            (time, from) = (time - used, suspension.End);
        }

        bool last = Calendar.TryAdd(from, time, out Instant end, out uncoveredYear);
        reached = last ? end : null;
        return last;
    }

    /// <summary>The first instant from one on at which the clock runs; none when an open suspension begins before.</summary>
    public bool TryGoOn(Instant from, out Instant? running, [NotNullWhen(false)] out int? uncoveredYear)
    {
        running = null;
        if (!Calendar.TryNextOpening(from, out Instant open, out uncoveredYear))
        {
            return false;
        }

        foreach (Span suspension in Suspensions.Spans)
        {
            if (suspension.Contains(open))
            {
                return suspension.End == Instant.MaxValue || TryGoOn(suspension.End, out running, out uncoveredYear);
            }
        }

        running = open;
        return true;
    }

    /// <summary>The working time from the start to <paramref name="at"/>, without what was suspended.</summary>
    public Duration Used(Instant at)
    {
        Duration used = Calendar.Elapsed(Start, at);
        foreach (Span suspension in Suspensions.Spans)
        {
            (Instant from, Instant to) = (Instant.Max(Start, suspension.Start), Instant.Min(at, suspension.End));
            used -= from < to ? Calendar.Elapsed(from, to) : Duration.Zero;
        }

        return used;
    }

    /// <summary>The same, where the calendar has data up to there.</summary>
    public bool TryUsed(Instant at, out Duration used)
    {
        bool covered = Calendar.TryElapsed(Start, at, out _, out _);
        used = covered ? Used(at) : default;
        return covered;
    }

    /// <summary>A share of a limit, rounded down to the nanosecond.</summary>
    public static Duration Share(Duration limit, decimal share) =>
        share == 1 ? limit
        : limit.Days < DaysOfInt64 ? Duration.FromNanoseconds((long)(limit.ToInt64Nanoseconds() * share))
        : Duration.FromNanoseconds((BigInteger)((decimal)limit.ToBigIntegerNanoseconds() * share));
}
