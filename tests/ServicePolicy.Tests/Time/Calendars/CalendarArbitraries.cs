using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.TimeZones;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Time.Calendars;

public static class CalendarArbitraries
{
    public const int DaysAround = 12;

    public static readonly string[] Zones =
    [
        "Asia/Shanghai", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York", "Africa/Casablanca", "Pacific/Chatham", "America/Santiago", "Pacific/Apia", "Etc/UTC",
    ];

    public static Arbitrary<CalendarCase> Cases() => Arb.From(Case, Smaller);

    public static Arbitrary<Moment> Moments() => Arb.From(
        from minute in Gen.Choose(-DaysAround * 1440, DaysAround * 1440)
        from tick in Gen.OneOf(Gen.Elements(0, 0, 1, -1), Gen.Choose(0, int.MaxValue))
        select new Moment(minute * NodaConstants.NanosecondsPerMinute + tick),
        moment => moment.Nanoseconds == 0 ? [] : [new Moment(0), new Moment(moment.Nanoseconds / 2), new Moment(moment.Nanoseconds / NodaConstants.NanosecondsPerMinute * NodaConstants.NanosecondsPerMinute)]);

    private static Gen<CalendarCase> Case =>
        from id in Gen.Elements(Zones)
        let zone = DateTimeZoneProviders.Tzdb[id]
        from focus in Gen.OneOf(AnyDate, DateOfChange(zone))
        from nights in Gen.Elements(false, true)
        from days in Hours(nights).ListOf(7)
        from holidays in Near(focus).ListOf()
        from makeUpDays in Near(focus).ListOf()
        from openings in Near(focus).Zip(Hours(nights: false)).ListOf()
        from repeated in Gen.Elements(RepeatedTime.FirstOccurrence, RepeatedTime.SecondOccurrence)
        select Make(zone, focus, days, holidays, makeUpDays, openings, repeated);

    private static Gen<LocalDate> AnyDate => Gen.Choose(0, 365 * 15).Select(day => new LocalDate(2008, 1, 1).PlusDays(day));

    /// <summary>A date on which the clocks of the zone change, where they do.</summary>
    private static Gen<LocalDate> DateOfChange(DateTimeZone zone)
    {
        ZoneInterval[] changes = [.. zone.GetZoneIntervals(Instant.FromUtc(2008, 1, 1, 0, 0), Instant.FromUtc(2023, 1, 1, 0, 0)).Skip(1)];
        return changes.Length == 0 ? AnyDate : Gen.Elements(changes).Select(change => change.IsoLocalStart.Date);
    }

    private static Gen<LocalDate> Near(LocalDate focus) => Gen.Choose(-DaysAround, DaysAround).Select(focus.PlusDays);

    /// <summary>Up to three windows a day; in a week, those over midnight end before any of the next day starts.</summary>
    private static Gen<OpeningWindow[]> Hours(bool nights) =>
        from cuts in Gen.Choose(nights ? 24 : 0, 110).ListOf()
        from overnight in Gen.Choose(0, nights ? 24 : 0)
        select Windows([.. cuts.Select(quarter => Math.Min(quarter, 96)).Distinct().Order().TakeLast(6)], overnight);

    private static OpeningWindow[] Windows(int[] quarters, int overnight)
    {
        List<OpeningWindow> windows = [];
        for (int index = 0; index + 1 < quarters.Length; index += 2)
        {
            windows.Add(quarters[index + 1] == 96 ? OpeningWindow.UntilMidnight(Quarter(quarters[index])) : OpeningWindow.Between(Quarter(quarters[index]), Quarter(quarters[index + 1])));
        }

        if (overnight > 0 && quarters is not [.., 96])
        {
            windows.Add(OpeningWindow.OverMidnight(Quarter(quarters.Length == 0 ? 90 : Math.Max(quarters[^1], 90)), Quarter(overnight)));
        }

        return [.. windows];
    }

    private static LocalTime Quarter(int number) => LocalTime.FromMinutesSinceMidnight(number * 15);

    private static CalendarCase Make(
        DateTimeZone zone, LocalDate focus, List<OpeningWindow[]> days, IList<LocalDate> holidays, IList<LocalDate> makeUpDays, IList<(LocalDate Date, OpeningWindow[] Hours)> openings, RepeatedTime repeated)
    {
        WeeklyHours week = WeeklyHours.Closed.With(IsoDayOfWeek.Thursday, OpeningWindow.Between(new(9, 0), new(17, 0)));
        for (int day = 1; day <= 7; day++)
        {
            week = days[day - 1].Length > 0 ? week.With((IsoDayOfWeek)day, days[day - 1]) : week;
        }

        HashSet<LocalDate> opened = [.. openings.Select(opening => opening.Date)];
        HashSet<LocalDate> worked = [.. makeUpDays.Except(opened)];
        return new CalendarCase(
            new CalendarDefinition
            {
                Key = "generated",
                Zone = zone,
                FirstYear = focus.Year - 1,
                LastYear = focus.Year + 1,
                Week = week,
                OrdinaryHours = [OpeningWindow.Between(new(8, 0), new(12, 30))],
                Holidays = [.. holidays.Except(worked)],
                MakeUpDays = [.. worked.Select(date => new MakeUpDay(date, date.Day % 2 == 0 ? IsoDayOfWeek.Thursday : null))],
                Openings = [.. openings.Where(opening => opening.Hours.Length > 0).DistinctBy(opening => opening.Date).Select(opening => new ExceptionalOpening(opening.Date, opening.Hours))],
                RepeatedTimes = repeated,
            },
            focus);
    }

    private static IEnumerable<CalendarCase> Smaller(CalendarCase one)
    {
        CalendarDefinition whole = one.Definition;
        IEnumerable<CalendarDefinition> definitions =
        [
            .. whole.Holidays.Count > 0 ? [whole with { Holidays = [] }] : Array.Empty<CalendarDefinition>(),
            .. whole.MakeUpDays.Count > 0 ? [whole with { MakeUpDays = [] }] : Array.Empty<CalendarDefinition>(),
            .. whole.Openings.Count > 0 ? [whole with { Openings = [] }] : Array.Empty<CalendarDefinition>(),
            .. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)
                .Where(day => day != IsoDayOfWeek.Thursday && whole.Week[day].Count > 0)
                .Select(day => whole with { Week = whole.Week.With(day) }),
        ];
        return definitions.Select(definition => new CalendarCase(definition, one.Focus));
    }
}
