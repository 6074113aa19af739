using NodaTime;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>A generated calendar, and a date about which its exceptions and the instants asked for lie.</summary>
public sealed record CalendarCase(CalendarDefinition Definition, LocalDate Focus)
{
    private WorkingCalendar? calendar;

    public WorkingCalendar Calendar => calendar ??= WorkingCalendar.Create(Definition);

    public Instant At(Moment moment) => Focus.AtMidnight().InZoneLeniently(Definition.Zone).ToInstant() + Duration.FromNanoseconds(moment.Nanoseconds);

    /// <summary>What stands in a failure's message.</summary>
    public override string ToString() => $"""
        {Definition.Zone} about {Focus:uuuu-MM-dd}, {Definition.RepeatedTimes}
        week {string.Join(" | ", Enumerable.Range(1, 7).Select(day => string.Join(' ', Definition.Week[(IsoDayOfWeek)day])))}
        holidays {string.Join(' ', Definition.Holidays.Select(date => $"{date:MM-dd}"))}
        make-up {string.Join(' ', Definition.MakeUpDays.Select(day => $"{day.Date:MM-dd}={day.HoursOf}"))}
        openings {string.Join(' ', Definition.Openings.Select(opening => $"{opening.Date:MM-dd}={string.Join(' ', opening.Windows)}"))}
        """;
}
