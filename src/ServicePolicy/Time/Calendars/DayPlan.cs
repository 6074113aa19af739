using System.Collections.ObjectModel;
using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Time.Calendars;

/// <summary>Which windows each date has, after all exceptions, and which instants their edges are.</summary>
internal sealed class DayPlan
{
    private readonly IReadOnlyList<OpeningWindow>[] week = new IReadOnlyList<OpeningWindow>[8];
    private readonly Dictionary<LocalDate, IReadOnlyList<OpeningWindow>> dates = [];
    private readonly ZoneLocalMappingResolver resolver;

    public DayPlan(CalendarDefinition definition)
    {
        Zone = definition.Zone;
        resolver = Resolvers.CreateMappingResolver(
            definition.RepeatedTimes == RepeatedTime.FirstOccurrence ? Resolvers.ReturnEarlier : Resolvers.ReturnLater,
            Resolvers.ReturnStartOfIntervalAfter);
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

    public DateTimeZone Zone { get; }

    /// <summary>How far into a day a window of the day before may reach, in nanoseconds.</summary>
    public long LongestTail { get; }

    public IReadOnlyList<OpeningWindow> On(LocalDate date) => dates.TryGetValue(date, out IReadOnlyList<OpeningWindow>? windows) ? windows : week[(int)date.DayOfWeek];

    /// <summary>The instant of a local time, given in nanoseconds from midnight of a date; never decreasing in either.</summary>
    public Instant Resolve(LocalDate date, long nanosecond)
    {
        if (nanosecond >= NodaConstants.NanosecondsPerDay)
        {
            date = date.PlusDays(1);
            nanosecond -= NodaConstants.NanosecondsPerDay;
        }

        return Zone.ResolveLocal(date + LocalTime.FromNanosecondsSinceMidnight(nanosecond), resolver).ToInstant();
    }

    private static ReadOnlyCollection<OpeningWindow> InOrder(IReadOnlyList<OpeningWindow> windows) =>
        Array.AsReadOnly([.. windows.OrderBy(window => window.StartNanosecond)]);
}
