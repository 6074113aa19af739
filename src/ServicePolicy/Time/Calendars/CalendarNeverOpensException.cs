namespace ServicePolicy.Time.Calendars;

/// <summary>A calendar was searched for working time and has none in all the years it covers.</summary>
public sealed class CalendarNeverOpensException : Exception
{
    internal CalendarNeverOpensException(string calendar)
        : base($"Calendar '{calendar}' is never open in the years it covers. Look at its holidays and weekly hours.") => Calendar = calendar;

    /// <summary>The key of the calendar.</summary>
    public string Calendar { get; }
}
