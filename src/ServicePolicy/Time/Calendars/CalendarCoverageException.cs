namespace ServicePolicy.Time.Calendars;

/// <summary>A calendar was asked about a year whose holidays it does not know.</summary>
public sealed class CalendarCoverageException : Exception
{
    internal CalendarCoverageException(string calendar, int year)
        : base(FormattableString.Invariant($"Calendar '{calendar}' has no data for {year}. Add that year's holidays and extend the years it covers.")) =>
        (Calendar, Year) = (calendar, year);

    /// <summary>The key of the calendar.</summary>
    public string Calendar { get; }

    /// <summary>The year without data: that of the instant, or the first one that a search would have gone on into.</summary>
    public int Year { get; }
}
