namespace ServicePolicy.Time.Calendars;

/// <summary>Which instant the edge of a window is when clocks are put back and show its local time twice.</summary>
/// <remarks>
/// Where clocks are put forward, the edge of a window in the skipped time is the instant of the change. Both choices keep the order of local
/// times, so windows that meet in local time meet on the time axis and never overlap.
/// </remarks>
public enum RepeatedTime
{
    /// <summary>The first of the two.</summary>
    FirstOccurrence = 0,

    /// <summary>The second of the two.</summary>
    SecondOccurrence = 1,
}
