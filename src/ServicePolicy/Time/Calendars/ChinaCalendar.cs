using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Calendars in China's zone with its holidays and make-up working days.</summary>
public static class ChinaCalendar
{
    /// <summary>The zone of all of mainland China, <c>Asia/Shanghai</c>.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>A calendar with <paramref name="windows"/> from Monday to Friday and on make-up working days, closed on holidays.</summary>
    /// <exception cref="CalendarDefinitionException">The windows are impossible, or there are none.</exception>
    public static WorkingCalendar Create(string key, params IEnumerable<OpeningWindow> windows) => WorkingCalendar.Create(Define(key, WeeklyHours.MondayToFriday(windows)));

    /// <summary>The definition of a calendar with <paramref name="week"/>, to which a host adds what is its own.</summary>
    /// <remarks>Covers all years with data; another comes by <see cref="CalendarDefinition.WithYear"/>. Make-up working days take the hours that the open days from Monday to Friday share, unless ordinary hours are set.</remarks>
    public static CalendarDefinition Define(string key, WeeklyHours week) => Define(key, week, ChinaHolidays.FirstYear, ChinaHolidays.LastYear);

    /// <summary>The same for the years from <paramref name="firstYear"/> to <paramref name="lastYear"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no data for one of the years.</exception>
    public static CalendarDefinition Define(string key, WeeklyHours week, int firstYear, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, ChinaHolidays.FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, ChinaHolidays.LastYear);
        return new CalendarDefinition
        {
            Key = key,
            Zone = Zone,
            FirstYear = firstYear,
            LastYear = lastYear,
            HolidayYears = [.. Enumerable.Range(firstYear, lastYear - firstYear + 1)],
            Week = week,
            Holidays = [.. ChinaHolidays.DaysOff.Where(IsIn)],
            MakeUpDays = [.. ChinaHolidays.MakeUpDays.Where(IsIn).Select(date => new MakeUpDay(date))],
        };

        bool IsIn(LocalDate date) => date.Year >= firstYear && date.Year <= lastYear;
    }
}
