using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>The arithmetic of a calendar on the time axis; all instants given are covered, and ranges are not reversed.</summary>
internal abstract class OpenTime
{
    /// <summary>The instants that are covered; an open end is the end of the time axis.</summary>
    public abstract Span Coverage { get; }

    public abstract int FirstYear { get; }

    public abstract int LastYear { get; }

    /// <summary>The year that a search is about when it runs past the coverage.</summary>
    public int YearAfter => LastYear + 1;

    /// <summary>The year that a search backwards is about when it runs past the coverage.</summary>
    public int YearBefore => FirstYear - 1;

    public bool CoversYear(int year) => year >= FirstYear && year <= LastYear;

    public abstract bool IsOpen(Instant instant);

    public abstract bool TryNextOpening(Instant instant, out Instant opening);

    public abstract Duration Elapsed(Instant from, Instant to);

    public abstract bool TryAdd(Instant from, Duration working, out Instant reached);

    /// <summary>The last instant from which on the working time to <paramref name="deadline"/> is as long as wanted.</summary>
    public abstract bool TrySubtract(Instant deadline, Duration working, out Instant start);

    public abstract bool IsWorkingDay(LocalDate date);

    public abstract bool TryAddWorkingDays(Instant from, int days, out Instant close);

    /// <summary>The n-th working day after the day of an instant.</summary>
    public abstract bool TryWorkingDay(Instant from, int days, out LocalDate day);

    public abstract IntervalSet Within(Span span);

    /// <summary>The year without data that <paramref name="instant"/> is in; <see langword="null"/> when it is covered.</summary>
    public abstract int? UncoveredYear(Instant instant);
}
