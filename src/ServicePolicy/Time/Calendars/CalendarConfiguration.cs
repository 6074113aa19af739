using Microsoft.Extensions.Configuration;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Reads working calendars from configuration.</summary>
/// <remarks>
/// Each child of the section is a calendar, and its name the key. Settings: <c>Zone</c>, <c>FirstYear</c>, <c>LastYear</c>, <c>HolidaysOf</c>
/// (<c>China</c>), <c>Years</c>, <c>Hours</c>, <c>OrdinaryHours</c>, <c>Holidays</c>, <c>MakeUpDays</c>, <c>Openings</c>, <c>RepeatedTimes</c>; or one of
/// <c>Union</c>, <c>Intersection</c>, <c>Difference</c> with the keys of calendars of the section, in any order. Times are <c>09:00</c>, and a
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
        Dictionary<string, WorkingCalendar?> calendars = new(StringComparer.OrdinalIgnoreCase);
        List<CombinationReader> combinations = [];
        foreach (IConfigurationSection calendar in section.GetChildren())
        {
            calendars[calendar.Key] = null;
            if (CombinationReader.IsOne(calendar))
            {
                combinations.Add(new CombinationReader(calendar));
                continue;
            }

            CalendarReader reader = new(calendar, zones ?? DateTimeZoneProviders.Tzdb);
            CalendarDefinition definition = reader.Read();
            PolicyBuildError[] mistakes = [.. reader.Errors, .. DefinitionChecks.Of(definition).Where(error => !reader.Explains(error))];
            errors.AddRange(mistakes);
            calendars[calendar.Key] = mistakes.Length == 0 ? WorkingCalendar.Create(definition) : null;
        }

        errors.AddRange(CombinationReader.Combine(combinations, calendars));
        return errors.Count > 0 ? throw new CalendarDefinitionException(errors) : [.. section.GetChildren().Select(calendar => calendars[calendar.Key]!)];
    }
}
