namespace ServicePolicy.Time.Calendars;

/// <summary>From when a limit counts that starts while the calendar is closed.</summary>
public enum StartWhenClosed
{
    /// <summary>From its start: the day of the start is the date of that, and its time of day is that.</summary>
    AtOnce = 0,

    /// <summary>From the next opening on: what comes in on Saturday is as if it came in on Monday morning.</summary>
    FromNextOpening = 1,
}
