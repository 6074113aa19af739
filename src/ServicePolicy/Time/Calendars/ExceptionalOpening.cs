using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>A date with windows of its own, which stand in place of those of its day of the week, also on a holiday.</summary>
/// <param name="Date">The date on which the windows start, in the calendar's zone.</param>
/// <param name="Windows">The windows; at least one. A date that is closed is a holiday.</param>
public sealed record ExceptionalOpening(LocalDate Date, params IReadOnlyList<OpeningWindow> Windows);
