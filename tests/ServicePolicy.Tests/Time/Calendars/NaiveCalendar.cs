using NodaTime;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>The same calendar told minute by minute from its definition: slow, and plain.</summary>
/// <remarks>Windows and offsets are whole minutes. The edge of a window is found by watching the wall clock pass it.</remarks>
public sealed class NaiveCalendar(CalendarDefinition definition)
{
    private readonly Dictionary<LocalDate, (Instant Start, Instant End)[]> days = [];

    public bool IsOpen(Instant minute)
    {
        LocalDate today = minute.InZone(definition.Zone).Date;
        return Enumerable.Range(-3, 6).SelectMany(day => Windows(today.PlusDays(day))).Any(window => window.Start <= minute && minute < window.End);
    }

    public int Minutes(Instant from, Instant to)
    {
        int open = 0;
        for (Instant minute = from; minute < to; minute += Duration.FromMinutes(1))
        {
            open += IsOpen(minute) ? 1 : 0;
        }

        return open;
    }

    public Instant CloseOfBusiness(Instant trigger, int days)
    {
        LocalDate date = trigger.InZone(definition.Zone).Date;
        while (days > 0)
        {
            date = date.PlusDays(1);
            days -= Windows(date).Length > 0 ? 1 : 0;
        }

        return Windows(date).Max(window => window.End);
    }

    private (Instant Start, Instant End)[] Windows(LocalDate date)
    {
        if (!days.TryGetValue(date, out (Instant Start, Instant End)[]? windows))
        {
            days[date] = windows = [.. Hours(date)
                .Select(window => (Passing(date + window.Start), Passing(date.PlusDays(window.EndsNextDay ? 1 : 0) + window.End)))
                .Where(window => window.Item1 < window.Item2)];
        }

        return windows;
    }

    private IReadOnlyList<OpeningWindow> Hours(LocalDate date)
    {
        if (definition.Openings.FirstOrDefault(opening => opening.Date == date) is { } opening)
        {
            return opening.Windows;
        }

        foreach (MakeUpDay day in definition.MakeUpDays.Where(day => day.Date == date))
        {
            return day.HoursOf is { } weekday ? definition.Week[weekday] : definition.OrdinaryHours!;
        }

        return definition.Holidays.Contains(date) ? [] : definition.Week[date.DayOfWeek];
    }

    /// <summary>The minute at which the wall clock shows the time, the first or the last; where it never does, the one at which it jumps over it.</summary>
    private Instant Passing(LocalDateTime time)
    {
        Instant start = time.InUtc().ToInstant() - Duration.FromHours(16);
        Instant[] minutes = [.. Enumerable.Range(0, 32 * 60).Select(minute => start + Duration.FromMinutes(minute))];
        Instant[] shown = [.. minutes.Where(minute => minute.InZone(definition.Zone).LocalDateTime == time)];
        return shown.Length == 0 ? minutes.First(minute => minute.InZone(definition.Zone).LocalDateTime > time)
            : definition.RepeatedTimes == RepeatedTime.FirstOccurrence ? shown[0]
            : shown[^1];
    }
}
