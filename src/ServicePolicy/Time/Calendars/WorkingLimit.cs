using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>How much time there is on a calendar: working time, working days, or calendar days; with the choices that handbooks make differently (S30).</summary>
/// <remarks>Immutable; two limits are equal when they are the same amount of the same unit by the same choices. The units cannot be mixed up: each is said in its text.</remarks>
public sealed record WorkingLimit
{
    private const string WorkingTime = " of working time";
    private const string WorkingDay = " working day";
    private const string CalendarDay = " calendar day";
    private const string SameTime = "same time";
    private const string DueWhenOpen = "due at the next opening";
    private const string FromOpening = "from the next opening";

    private WorkingLimit(Duration? time, int? days, int? calendarDays) => (Time, Days, CalendarDays) = (time, days, calendarDays);

    /// <summary>The working time.</summary>
    /// <value><see langword="null"/> when the limit is in days.</value>
    public Duration? Time { get; }

    /// <summary>The number of working days.</summary>
    /// <value><see langword="null"/> when the limit is in another unit.</value>
    public int? Days { get; }

    /// <summary>The number of calendar days.</summary>
    /// <value><see langword="null"/> when the limit is in another unit.</value>
    public int? CalendarDays { get; }

    /// <summary>When within the last working day the limit is over.</summary>
    public WorkingDayEnd DayEnd { get; private init; }

    /// <summary>When a limit is due that is used up exactly when business closes; of no effect on calendar days, and on working days up to the time of the start.</summary>
    public UsedUpAtClosing AtClosing { get; init; }

    /// <summary>From when a limit counts that starts while the calendar is closed.</summary>
    public StartWhenClosed WhenClosed { get; init; }

    /// <summary>A limit of <paramref name="time"/>, counted while the calendar is open; on a 24 × 7 calendar, elapsed time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static WorkingLimit Of(Duration time) => time >= Duration.Zero
        ? new WorkingLimit(time, null, null)
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A limit is zero or more.");

    /// <summary>A limit up to the <paramref name="days"/>-th working day after the day of the start: to its close of business, or to the time of day of the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public static WorkingLimit OfWorkingDays(int days, WorkingDayEnd end = WorkingDayEnd.Closing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new WorkingLimit(null, days, null) { DayEnd = end };
    }

    /// <summary>A limit up to the same local time <paramref name="days"/> days later, in the calendar's zone, open or closed: 120 days are not always 2,880 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than one.</exception>
    public static WorkingLimit OfCalendarDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new WorkingLimit(null, null, days);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>PT8H of working time</c>, <c>5 working days</c>, <c>5 working days, same time</c> or <c>120 calendar days</c>, with the other choices after commas.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WorkingLimit? limit)
    {
        string[] parts = (text ?? string.Empty).Split(", ");
        string[] choices = parts[1..];
        limit = Amount(parts[0]);
        bool sameTime = choices.Contains(SameTime), dueWhenOpen = choices.Contains(DueWhenOpen), fromOpening = choices.Contains(FromOpening);
        bool known = choices.Length == (sameTime ? 1 : 0) + (dueWhenOpen ? 1 : 0) + (fromOpening ? 1 : 0);
        if (!known || (sameTime && limit?.Days is null) || (dueWhenOpen && (sameTime || limit?.CalendarDays is not null)))
        {
            limit = null;
        }

        limit = limit is null ? null : limit with
        {
            DayEnd = sameTime ? WorkingDayEnd.TimeOfStart : WorkingDayEnd.Closing,
            AtClosing = dueWhenOpen ? UsedUpAtClosing.DueAtNextOpening : UsedUpAtClosing.DueAtClosing,
            WhenClosed = fromOpening ? StartWhenClosed.FromNextOpening : StartWhenClosed.AtOnce,
        };
        return limit is not null;
    }

    /// <summary>The amount, its unit and the choices that are not the usual ones, such as <c>5 working days, due at the next opening</c>.</summary>
    public override string ToString() => string.Join(", ", Parts());

    private static WorkingLimit? Amount(string text) =>
        Before(text, WorkingTime) is { } time ? DurationText.TryParse(time, out Duration duration) && duration >= Duration.Zero && time.AsSpan().IndexOfAny('D', 'W') < 0 ? Of(duration) : null
        : Count(text, WorkingDay) is { } working ? OfWorkingDays(working)
        : Count(text, CalendarDay) is { } calendar ? OfCalendarDays(calendar)
        : null;

    private static int? Count(string text, string unit) =>
        int.TryParse(Before(text, unit) ?? Before(text, unit + "s"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    private static string? Before(string text, string end) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : null;

    private static string Of(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count}{unit}{(count == 1 ? string.Empty : "s")}");

    private IEnumerable<string> Parts()
    {
        yield return Time is { } time ? DurationText.Format(time) + WorkingTime : Days is { } days ? Of(days, WorkingDay) : Of(CalendarDays!.Value, CalendarDay);
        if (DayEnd == WorkingDayEnd.TimeOfStart)
        {
            yield return SameTime;
        }

        if (AtClosing == UsedUpAtClosing.DueAtNextOpening)
        {
            yield return DueWhenOpen;
        }

        if (WhenClosed == StartWhenClosed.FromNextOpening)
        {
            yield return FromOpening;
        }
    }
}
