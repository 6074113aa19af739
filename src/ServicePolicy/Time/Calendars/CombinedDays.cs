using System.Collections.Concurrent;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>The windows of two calendars of one zone as those of one, worked out on local time, date by date.</summary>
/// <remarks>
/// Local time is enough: both calendars turn it into instants in the same way, and that way keeps order. A stretch belongs to the date on
/// which it starts; time that windows of two dates share goes with the earlier of them, so that a night cut by whole days is still one night.
/// </remarks>
internal sealed class CombinedDays(
    Combination combination,
    DateTimeZone zone,
    RepeatedTime repeatedTimes,
    Func<LocalDate, IReadOnlyList<OpeningWindow>> first,
    Func<LocalDate, IReadOnlyList<OpeningWindow>> second) : DayPlan(zone, repeatedTimes)
{
    private const long Day = NodaConstants.NanosecondsPerDay;

    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<OpeningWindow>> dates = new();

    public override IReadOnlyList<OpeningWindow> On(LocalDate date) => dates.GetOrAdd(date, Make);

    private IReadOnlyList<OpeningWindow> Make(LocalDate date)
    {
        IEnumerable<Stretch> own = Of(date).Where(stretch => stretch.Start < Day);
        IEnumerable<Stretch> leftOver = Of(date.PlusDays(-1)).Where(stretch => stretch.Start >= Day).Select(stretch => stretch.Later(-Day));
        return Array.AsReadOnly([.. Unite(own.Concat(leftOver)).SelectMany(Windows)]);
    }

    /// <summary>What comes of the windows of a date; some of it may start on the next.</summary>
    private List<Stretch> Of(LocalDate date) => combination switch
    {
        Combination.Union => Unite([.. On(first, date), .. On(second, date)]),
        Combination.Intersection => Unite(
        [
            .. Shared(On(first, date), On(second, date)),
            .. Shared(On(first, date), On(second, date, 1)),
            .. Shared(On(first, date, 1), On(second, date)),
        ]),
        _ => Unite(Less(On(first, date), Unite([.. On(second, date, -1), .. On(second, date), .. On(second, date, 1)]))),
    };

    private static IEnumerable<Stretch> On(Func<LocalDate, IReadOnlyList<OpeningWindow>> calendar, LocalDate date, int later = 0) =>
        calendar(date.PlusDays(later)).Select(window => new Stretch(window.StartNanosecond, window.EndNanosecond).Later(later * Day));

    private static IEnumerable<Stretch> Shared(IEnumerable<Stretch> some, IEnumerable<Stretch> others) =>
        from one in some
        from other in others
        let both = new Stretch(Math.Max(one.Start, other.Start), Math.Min(one.End, other.End))
        where both.Start < both.End
        select both;

    private static IEnumerable<Stretch> Less(IEnumerable<Stretch> some, List<Stretch> taken)
    {
        foreach (Stretch one in some)
        {
            long free = one.Start;
            foreach (Stretch other in taken.Where(other => other.Start < one.End && other.End > one.Start))
            {
                if (free < other.Start)
                {
                    yield return new Stretch(free, other.Start);
                }

                free = other.End;
            }

            if (free < one.End)
            {
                yield return one with { Start = free };
            }
        }
    }

    private static List<Stretch> Unite(IEnumerable<Stretch> stretches)
    {
        List<Stretch> united = [];
        foreach (Stretch stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            if (united.Count > 0 && stretch.Start <= united[^1].End)
            {
                united[^1] = united[^1] with { End = Math.Max(united[^1].End, stretch.End) };
            }
            else
            {
                united.Add(stretch);
            }
        }

        return united;
    }

    /// <summary>A stretch as windows: two that touch where one would be longer than a window can be told to be.</summary>
    private static IEnumerable<OpeningWindow> Windows(Stretch stretch) => stretch.End - stretch.Start < Day || stretch == new Stretch(0, Day)
        ? [Window(stretch.Start, stretch.End)]
        : [Window(stretch.Start, stretch.End / 2), Window(stretch.End / 2, stretch.End)];

    private static OpeningWindow Window(long start, long end) => end switch
    {
        < Day => OpeningWindow.Between(At(start), At(end)),
        Day => OpeningWindow.UntilMidnight(At(start)),
        _ => OpeningWindow.OverMidnight(At(start), At(end - Day)),
    };

    private static LocalTime At(long nanosecond) => LocalTime.FromNanosecondsSinceMidnight(nanosecond);

    /// <summary>A stretch of local time, in nanoseconds from midnight of a date.</summary>
    private readonly record struct Stretch(long Start, long End)
    {
        public Stretch Later(long time) => new(Start + time, End + time);
    }
}
