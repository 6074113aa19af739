using System.Collections.ObjectModel;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>The windows of a definition: of an exceptional opening, a make-up day, a holiday, or the day of the week.</summary>
internal sealed class DefinedDays : DayPlan
{
    private readonly IReadOnlyList<OpeningWindow>[] week = new IReadOnlyList<OpeningWindow>[8];
    private readonly Dictionary<LocalDate, IReadOnlyList<OpeningWindow>> dates = [];

    public DefinedDays(CalendarDefinition definition)
        : base(definition.Zone, definition.RepeatedTimes)
    {
        for (IsoDayOfWeek day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            week[(int)day] = definition.Week[day];
        }

        IReadOnlyList<OpeningWindow> ordinary = InOrder(definition.OrdinaryHours ?? definition.Week.Ordinary() ?? []);
        foreach (LocalDate date in definition.Holidays)
        {
            dates[date] = [];
        }

        foreach (MakeUpDay day in definition.MakeUpDays)
        {
            dates[day.Date] = day.HoursOf is { } weekday ? definition.Week[weekday] : ordinary;
        }

        foreach (ExceptionalOpening opening in definition.Openings)
        {
            dates[opening.Date] = InOrder(opening.Windows);
        }

        LongestTail = week.Skip(1).Append(ordinary).SelectMany(day => day)
            .Max(window => (long?)window.EndNanosecond - NodaConstants.NanosecondsPerDay) is > 0 and long tail ? tail : 0;
    }

    /// <summary>How far into a day a window of the day before may reach, in nanoseconds.</summary>
    public long LongestTail { get; }

    public override IReadOnlyList<OpeningWindow> On(LocalDate date) =>
        dates.TryGetValue(date, out IReadOnlyList<OpeningWindow>? windows) ? windows : week[(int)date.DayOfWeek];

    private static ReadOnlyCollection<OpeningWindow> InOrder(IReadOnlyList<OpeningWindow> windows) =>
        Array.AsReadOnly([.. windows.OrderBy(window => window.StartNanosecond)]);
}
