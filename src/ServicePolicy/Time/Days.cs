using NodaTime;

namespace ServicePolicy.Time;

/// <summary>Days as instants, which stop at the ends of time.</summary>
internal static class Days
{
    /// <summary>The first instant of a day in a zone; the beginning of time for the first day that there is.</summary>
    public static Instant StartOf(this DateTimeZone zone, LocalDate day) => day == LocalDate.MinIsoValue ? Instant.MinValue : zone.AtStartOfDay(day).ToInstant();

    /// <summary>The first instant behind a day in a zone; the end of time for the last day that there is.</summary>
    public static Instant EndOf(this DateTimeZone zone, LocalDate day) => day == LocalDate.MaxIsoValue ? Instant.MaxValue : zone.StartOf(day.PlusDays(1));
}
