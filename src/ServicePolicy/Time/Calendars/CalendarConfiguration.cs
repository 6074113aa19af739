using Microsoft.Extensions.Configuration;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Reads working calendars from configuration.</summary>
/// <remarks>
/// Each child of the section is a calendar, and its name the key. Settings: <c>Zone</c>, <c>FirstYear</c>, <c>LastYear</c>, <c>HolidaysOf</c>
/// (<c>China</c>), <c>Hours</c>, <c>OrdinaryHours</c>, <c>Holidays</c>, <c>MakeUpDays</c>, <c>Openings</c>, <c>RepeatedTimes</c>. Times are <c>09:00</c>, and a
/// window may end at <c>24:00</c>; dates are ISO 8601. Independent of culture. The page on calendars in the documentation shows them all.
/// </remarks>
public static class CalendarConfiguration
{
    /// <summary>The calendars in <paramref name="section"/>, in the order of their keys there.</summary>
    /// <param name="section">The section whose children are calendars.</param>
    /// <param name="zones">Where zones are looked up; the time-zone database that NodaTime brings unless given.</param>
    /// <exception cref="CalendarDefinitionException">Something cannot be read or a calendar cannot be; the exception lists the mistakes of all calendars.</exception>
    public static IReadOnlyList<WorkingCalendar> Read(IConfiguration section, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        List<PolicyBuildError> errors = [];
        List<CalendarDefinition> definitions = [];
        foreach (IConfigurationSection calendar in section.GetChildren())
        {
            CalendarReader reader = new(calendar, zones ?? DateTimeZoneProviders.Tzdb);
            CalendarDefinition definition = reader.Read();
            errors.AddRange(reader.Errors);
            errors.AddRange(DefinitionChecks.Of(definition).Where(error => !reader.Explains(error)));
            definitions.Add(definition);
        }

        return errors.Count > 0 ? throw new CalendarDefinitionException(errors) : [.. definitions.Select(WorkingCalendar.Create)];
    }
}
