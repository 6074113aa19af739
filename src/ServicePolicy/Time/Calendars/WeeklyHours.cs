using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>The windows of each day of the week.</summary>
/// <remarks>Immutable. A day without windows is closed.</remarks>
public sealed class WeeklyHours
{
    private readonly IReadOnlyList<OpeningWindow>[] days;

    private WeeklyHours(IReadOnlyList<OpeningWindow>[] days) => this.days = days;

    /// <summary>Closed on every day.</summary>
    public static WeeklyHours Closed { get; } = new([.. Enumerable.Repeat<IReadOnlyList<OpeningWindow>>([], 8)]);

    /// <summary>The windows of <paramref name="day"/>, in order of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    [SuppressMessage("Design", "CA1043", Justification = "A week is indexed by its days.")]
    public IReadOnlyList<OpeningWindow> this[IsoDayOfWeek day] => days[Index(day)];

    /// <summary>The same windows on every day.</summary>
    public static WeeklyHours EveryDay(params IEnumerable<OpeningWindow> windows) =>
        MondayToFriday(windows = [.. windows]).With(IsoDayOfWeek.Saturday, windows).With(IsoDayOfWeek.Sunday, windows);

    /// <summary>The same windows from Monday to Friday, and closed at weekends.</summary>
    public static WeeklyHours MondayToFriday(params IEnumerable<OpeningWindow> windows)
    {
        OpeningWindow[] hours = [.. windows];
        return Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Aggregate(Closed, (week, day) => week.With((IsoDayOfWeek)day, hours));
    }

    /// <summary>This week with other windows on <paramref name="day"/>; none closes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    public WeeklyHours With(IsoDayOfWeek day, params IEnumerable<OpeningWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        IReadOnlyList<OpeningWindow>[] changed = [.. days];
        changed[Index(day)] = Array.AsReadOnly([.. windows.OrderBy(window => window.Start)]);
        return new WeeklyHours(changed);
    }

    /// <summary>The hours that all open days from Monday to Friday share.</summary>
    internal IReadOnlyList<OpeningWindow>? Ordinary()
    {
        IReadOnlyList<OpeningWindow>[] open = [.. days[1..6].Where(day => day.Count > 0)];
        return open.Length > 0 && open.All(day => day.SequenceEqual(open[0])) ? open[0] : null;
    }

    private static int Index(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? (int)day
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A week has the days Monday to Sunday.");
}
