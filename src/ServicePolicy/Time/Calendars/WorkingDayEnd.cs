namespace ServicePolicy.Time.Calendars;

/// <summary>When within its last working day a limit of working days is over.</summary>
public enum WorkingDayEnd
{
    /// <summary>At the close of business.</summary>
    Closing = 0,

    /// <summary>At the time of day at which it started, be the calendar open then or not.</summary>
    TimeOfStart = 1,
}
