using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Time.Calendars;

/// <summary>A stretch of local time during which a working day is open, from its start up to but not including its end.</summary>
/// <remarks>
/// A window belongs to the day on which it starts, also when it ends on the next: Friday 22:00-06:00 is Friday's, and closed when Friday is a
/// holiday. Windows are not checked one by one: <see cref="WorkingCalendar.Create"/> reports all mistakes of a calendar together.
/// Immutable; two windows are equal when their times are.
/// </remarks>
public sealed record OpeningWindow
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Exact = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFFFFFFFF");

    private OpeningWindow(LocalTime start, LocalTime end, bool endsNextDay) => (Start, End, EndsNextDay) = (start, end, endsNextDay);

    /// <summary>The whole day, 00:00-24:00.</summary>
    public static OpeningWindow WholeDay { get; } = UntilMidnight(LocalTime.Midnight);

    /// <summary>When it opens, in the calendar's zone.</summary>
    public LocalTime Start { get; }

    /// <summary>When it closes, in the calendar's zone; 00:00 of the next day stands for 24:00.</summary>
    public LocalTime End { get; }

    /// <summary>Whether <see cref="End"/> is a time of the day after.</summary>
    public bool EndsNextDay { get; }

    internal long StartNanosecond => Start.NanosecondOfDay;

    internal long EndNanosecond => End.NanosecondOfDay + (EndsNextDay ? NodaConstants.NanosecondsPerDay : 0);

    /// <summary>A window within one day; an end that is not after the start is a mistake in a calendar.</summary>
    public static OpeningWindow Between(LocalTime start, LocalTime end) => new(start, end, endsNextDay: false);

    /// <summary>A window up to 24:00.</summary>
    public static OpeningWindow UntilMidnight(LocalTime start) => new(start, LocalTime.Midnight, endsNextDay: true);

    /// <summary>A window that ends on the next day; one of more than 24 hours is a mistake in a calendar.</summary>
    public static OpeningWindow OverMidnight(LocalTime start, LocalTime end) => new(start, end, endsNextDay: true);

    /// <summary>Reads <c>09:00-17:00</c>, <c>18:00-24:00</c>, or <c>22:00-06:00</c>, which is over midnight; seconds may follow the minutes.</summary>
    /// <remarks>Independent of culture. Spaces around the times are passed over.</remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OpeningWindow? window)
    {
        window = null;
        string[] ends = text?.Split('-', StringSplitOptions.TrimEntries) ?? [];
        if (ends.Length != 2 || !TryParseTime(ends[0], out LocalTime start))
        {
            return false;
        }

        if (ends[1] is "24:00" or "24:00:00")
        {
            window = UntilMidnight(start);
        }
        else if (TryParseTime(ends[1], out LocalTime end))
        {
            window = end < start ? OverMidnight(start, end) : Between(start, end);
        }

        return window is not null;
    }

    /// <summary>The window in the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => $"{Format(Start)}-{(EndsNextDay && End == LocalTime.Midnight ? "24:00" : Format(End))}";

    /// <summary>What is wrong with the window by itself.</summary>
    internal string? Mistake() => (EndsNextDay, End.CompareTo(Start)) switch
    {
        (false, <= 0) => $"Window {this} does not end after it starts. Exchange the times, or write 00:00-24:00 for a whole day.",
        (true, > 0) => $"Window {this} of the next day is longer than 24 hours. Divide it between the days.",
        _ => null,
    };

    private static bool TryParseTime(string text, out LocalTime time) =>
        Minutes.Parse(text).TryGetValue(default, out time) || Exact.Parse(text).TryGetValue(default, out time);

    private static string Format(LocalTime time) =>
        (time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? Minutes : Exact).Format(time);
}
