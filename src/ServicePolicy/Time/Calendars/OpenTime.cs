using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>The arithmetic of a calendar on the time axis; all instants given are covered, and ranges are not reversed.</summary>
internal abstract class OpenTime
{
    /// <summary>The instants that are covered; an open end is the end of the time axis.</summary>
    public abstract Span Coverage { get; }

    /// <summary>The year that a search is about when it runs past the coverage.</summary>
    public abstract int YearAfter { get; }

    public abstract bool CoversYear(int year);

    public abstract bool IsOpen(Instant instant);

    public abstract bool TryNextOpening(Instant instant, out Instant opening);

    public abstract Duration Elapsed(Instant from, Instant to);

    public abstract bool TryAdd(Instant from, Duration working, out Instant reached);

    public abstract bool IsWorkingDay(LocalDate date);

    public abstract bool TryAddWorkingDays(Instant from, int days, out Instant close);

    public abstract IntervalSet Within(Span span);

    /// <summary>The year without data that <paramref name="instant"/> is in; <see langword="null"/> when it is covered.</summary>
    public abstract int? UncoveredYear(Instant instant);
}
