using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>A day that is worked in place of another, such as the Saturday before a long holiday.</summary>
/// <param name="Date">The day, in the calendar's zone.</param>
/// <param name="HoursOf">The day of the week whose hours it takes; <see langword="null"/> for the calendar's ordinary hours.</param>
public readonly record struct MakeUpDay(LocalDate Date, IsoDayOfWeek? HoursOf = null);
