namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>An instant near the focus of a case, in nanoseconds from its midnight.</summary>
public readonly record struct Moment(long Nanoseconds);
