using System.Globalization;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>Calendars and instants as short as the examples that use them.</summary>
internal static class Examples
{
    public static DateTimeZone Shanghai => ChinaCalendar.Zone;

    /// <summary>Monday to Friday 09:00-17:00 UTC, 2024 to 2026, no holidays.</summary>
    public static CalendarDefinition Plain { get; } = Define(WeeklyHours.MondayToFriday(Window("09:00-17:00")));

    public static WorkingCalendar Weekdays { get; } = WorkingCalendar.Create(Plain);

    public static CalendarDefinition Define(WeeklyHours week) => new()
    {
        Key = "hall",
        Zone = DateTimeZone.Utc,
        FirstYear = 2024,
        LastYear = 2026,
        Week = week,
    };

    public static OpeningWindow Window(string text) => OpeningWindow.TryParse(text, out OpeningWindow? window) ? window : throw new ArgumentException(text);

    public static LocalDate Day(int year, int month, int day) => new(year, month, day);

    /// <summary>Local time in a zone, UTC unless one is given; it is neither skipped nor repeated.</summary>
    public static Instant At(string local, DateTimeZone? zone = null) =>
        LocalDateTime.FromDateTime(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).InZoneStrictly(zone ?? DateTimeZone.Utc).ToInstant();

    public static Interval Between(string start, string? end) => new(At(start), end is null ? null : At(end));

    public static IntervalSet Suspended(params (string Start, string? End)[] stretches) => IntervalSet.Of(stretches.Select(stretch => Between(stretch.Start, stretch.End)));

    public static Duration Hours(double hours) => Duration.FromHours(hours);
}
