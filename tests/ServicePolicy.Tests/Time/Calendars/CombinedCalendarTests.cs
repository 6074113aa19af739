using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class CombinedCalendarTests
{
    private static readonly WorkingCalendar Mall = Of("mall", WeeklyHours.EveryDay(Window("10:00-22:00")));
    private static readonly WorkingCalendar Nights = Of("nights", WeeklyHours.MondayToFriday(Window("22:00-06:00")));
    private static readonly WorkingCalendar Days = Of("days", WeeklyHours.EveryDay(OpeningWindow.WholeDay));

    [Fact]
    public void Intersect_HallWithinAMall_IsOpenWhileBothAre()
    {
        WorkingCalendar calendar = Weekdays.Intersect("hall-in-mall", Mall);

        Assert.Equal("hall-in-mall", calendar.Key);
        Assert.Equal(Weekdays.Zone, calendar.Zone);
        Assert.False(calendar.IsAlwaysOpen);
        Assert.Equal([Window("10:00-17:00")], calendar.WindowsOn(Day(2026, 3, 2)));
        Assert.Empty(calendar.WindowsOn(Day(2026, 3, 1)));
        Assert.Equal(At("2026-03-03 11:00"), calendar.Add(At("2026-03-02 09:00"), Hours(8)));
        Assert.Equal(At("2026-03-09 17:00"), calendar.AddWorkingDays(At("2026-03-06 12:00"), 1));
    }

    [Fact]
    public void Union_HallAndMall_IsOpenWhileEitherIs()
    {
        WorkingCalendar calendar = Weekdays.Union("either", Mall);

        Assert.Equal([Window("09:00-22:00")], calendar.WindowsOn(Day(2026, 3, 2)));
        Assert.Equal([Window("10:00-22:00")], calendar.WindowsOn(Day(2026, 3, 1)));
        Assert.Equal(At("2026-03-07 22:00"), calendar.AddWorkingDays(At("2026-03-06 12:00"), 1));
    }

    [Fact]
    public void Except_LunchTaken_LeavesTheRest()
    {
        WorkingCalendar calendar = Weekdays.Except("without-lunch", Of("lunch", WeeklyHours.EveryDay(Window("12:00-13:00"))));

        Assert.Equal([Window("09:00-12:00"), Window("13:00-17:00")], calendar.WindowsOn(Day(2026, 3, 2)));
        Assert.Equal(At("2026-03-03 10:00"), calendar.Add(At("2026-03-02 09:00"), Hours(8)));
    }

    [Fact]
    public void Except_AllOfIt_NeverOpensAndSaysSo() =>
        Assert.Equal("never", Assert.Throws<CalendarNeverOpensException>(() => Weekdays.Except("never", Weekdays).NextOpening(At("2026-03-02 09:00"))).Calendar);

    [Fact]
    public void Intersect_NightsAndWholeDays_AreStillOneNightEach()
    {
        WorkingCalendar calendar = Days.Intersect("nights", Nights);

        Assert.Equal([Window("22:00-06:00")], calendar.WindowsOn(Day(2026, 3, 6)));
        Assert.Empty(calendar.WindowsOn(Day(2026, 3, 7)));
        Assert.Equal(At("2026-03-07 06:00"), calendar.AddWorkingDays(At("2026-03-05 12:00"), 1));
    }

    [Fact]
    public void Except_FirstHalfOfANight_LeavesWhatStartsOnTheNextDate()
    {
        WorkingCalendar calendar = Nights.Except("late", Of("early", WeeklyHours.EveryDay(Window("21:00-02:00"))));

        Assert.Equal([Window("02:00-06:00")], calendar.WindowsOn(Day(2026, 3, 7)));
        Assert.Empty(calendar.WindowsOn(Day(2026, 3, 2)));
    }

    [Fact]
    public void Union_LongerThanADay_IsTwoWindowsThatTouch()
    {
        WorkingCalendar calendar = Of("early", WeeklyHours.Closed.With(IsoDayOfWeek.Monday, Window("08:00-24:00")))
            .Union("long", Of("late", WeeklyHours.Closed.With(IsoDayOfWeek.Monday, Window("20:00-12:00"))));

        Assert.Equal([Window("08:00-18:00"), Window("18:00-12:00")], calendar.WindowsOn(Day(2026, 3, 2)));
        Assert.Equal(At("2026-03-03 12:00"), calendar.Add(At("2026-03-02 08:00"), Hours(28)));
    }

    /// <summary>No window can be told to last from a time of day to the same time of the next.</summary>
    [Fact]
    public void Union_FromMorningToMorning_IsTwoWindowsThatTouch()
    {
        WorkingCalendar calendar = Of("by-day", WeeklyHours.EveryDay(Window("08:00-20:00"))).Union("shifts", Of("by-night", WeeklyHours.EveryDay(Window("20:00-08:00"))));

        Assert.Equal([Window("08:00-16:00"), Window("16:00-08:00")], calendar.WindowsOn(Day(2026, 3, 2)));
        Assert.Equal(Hours(48), calendar.Elapsed(At("2026-03-02 00:00"), At("2026-03-04 00:00")));
    }

    [Fact]
    public void Union_UpToMidnight_IsOneWindowUpTo24()
    {
        WorkingCalendar evenings = Of("evenings", WeeklyHours.EveryDay(Window("20:00-24:00")));

        Assert.Equal(["20:00-24:00"], evenings.Union("same", evenings).WindowsOn(Day(2026, 3, 2)).Select(window => window.ToString()));
        Assert.Equal(["00:00-24:00"], Days.Union("same", Days).WindowsOn(Day(2026, 3, 2)).Select(window => window.ToString()));
    }

    [Fact]
    public void Combined_Years_AreThoseThatBothKnow()
    {
        WorkingCalendar longer = WorkingCalendar.Create(Plain with { Key = "longer", FirstYear = 2020, LastYear = 2025, Week = Plain.Week.With(IsoDayOfWeek.Sunday, Window("22:00-06:00")) });

        foreach (WorkingCalendar calendar in new[] { Weekdays.Union("both", longer), longer.Intersect("both", Weekdays), Weekdays.Except("both", longer) })
        {
            Assert.Equal(new Interval(At("2024-01-01 00:00"), At("2026-01-01 00:00")), calendar.Coverage);
            CalendarCoverageException after = Assert.Throws<CalendarCoverageException>(() => calendar.IsOpen(At("2026-03-02 09:00")));
            Assert.Equal(("both", 2026), (after.Calendar, after.Year));
            Assert.False(calendar.TryIsOpen(At("2023-12-31 23:59"), out _, out int? year));
            Assert.Equal(2023, year);
        }
    }

    [Fact]
    public void Combined_FirstYearOfWhichOneKnowsTheEve_CountsTheNight()
    {
        WorkingCalendar nights = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("22:00-06:00"))) with { FirstYear = 2020 });

        WorkingCalendar calendar = Weekdays.Union("both", nights);

        Assert.True(calendar.IsOpen(At("2024-01-01 00:00")));
        Assert.Equal(Hours(6), calendar.Elapsed(At("2024-01-01 00:00"), At("2024-01-01 06:00")));
    }

    [Fact]
    public void Combined_WithAlwaysOpen_IsAlwaysOpenOrTheOther()
    {
        WorkingCalendar always = WorkingCalendar.AlwaysOpen("always", DateTimeZone.Utc);

        Assert.True(always.Union("a", always).IsAlwaysOpen);
        Assert.True(always.Intersect("a", always).IsAlwaysOpen);
        Assert.Equal(Hours(24), always.Union("a", Weekdays).Elapsed(At("2026-03-01 00:00"), At("2026-03-02 00:00")));
        Assert.Equal([Window("00:00-09:00"), Window("17:00-24:00")], always.Except("closed", Weekdays).WindowsOn(Day(2026, 3, 2)));
    }

    [Fact]
    public void Combined_WhatCannotBe_IsRefusedWithEveryMistake()
    {
        WorkingCalendar other = WorkingCalendar.Create(Plain with
        {
            Key = "shanghai",
            Zone = Shanghai,
            FirstYear = 2010,
            LastYear = 2012,
            RepeatedTimes = RepeatedTime.SecondOccurrence,
        });
        WorkingCalendar always = WorkingCalendar.TwentyFourSeven;

        Assert.Equal(
            [
                "SP0020: Calendar ' ': It has no key. Name it, so that facts can.",
                "SP0030: Calendar ' ': 'hall' is in zone UTC and 'shanghai' in Asia/Shanghai. Combine calendars of one zone.",
                "SP0030: Calendar ' ': Of a local time that occurs twice 'hall' takes FirstOccurrence, and 'shanghai' SecondOccurrence. Let both take the same.",
                "SP0030: Calendar ' ': 'hall' covers 2024 to 2026, and 'shanghai' 2010 to 2012. Combine calendars that have years in common.",
            ],
            Mistakes(() => Weekdays.Union(" ", other)));
        Assert.Equal(
            ["SP0030: Calendar 'none': '24x7' and '24x7' are both always open, and nothing is left of one without the other. Take a calendar with hours."],
            Mistakes(() => always.Except("none", always)));
    }

    [Fact]
    public void Combined_WithoutYearsInCommon_IsRefusedEitherWayRound()
    {
        WorkingCalendar older = WorkingCalendar.Create(Plain with { Key = "older", FirstYear = 2010, LastYear = 2012 });

        Assert.Equal(["SP0030: Calendar 'k': 'hall' covers 2024 to 2026, and 'older' 2010 to 2012. Combine calendars that have years in common."], Mistakes(() => Weekdays.Union("k", older)));
        Assert.Equal(["SP0030: Calendar 'k': 'older' covers 2010 to 2012, and 'hall' 2024 to 2026. Combine calendars that have years in common."], Mistakes(() => older.Union("k", Weekdays)));
    }

    [Fact]
    public void Except_AllTime_NeverOpens() =>
        Assert.Throws<CalendarNeverOpensException>(() => Weekdays.Except("never", WorkingCalendar.AlwaysOpen("always", DateTimeZone.Utc)).NextOpening(At("2026-03-02 09:00")));

    [Fact]
    public void Combined_WithNothing_IsRefused() => Assert.Throws<ArgumentNullException>("other", () => Weekdays.Union("k", null!));

    [Theory]
    [InlineData("2026-03-02 17:00", 8, "2026-03-02 09:00")]
    [InlineData("2026-03-03 09:00", 8, "2026-03-02 09:00")]
    [InlineData("2026-03-03 12:00", 3, "2026-03-03 09:00")]
    [InlineData("2026-03-03 12:00", 4, "2026-03-02 16:00")]
    [InlineData("2026-03-02 08:00", 1, "2026-02-27 16:00")]
    [InlineData("2026-03-01 12:00", 0, "2026-03-01 12:00")]
    public void LatestStart_OnWeekdays_IsTheLastInTime(string deadline, int hours, string start) =>
        Assert.Equal(At(start), Weekdays.LatestStart(At(deadline), Hours(hours)));

    [Fact]
    public void LatestStart_ATickMoreThanADay_StartsATickBeforeTheLastClosing() =>
        Assert.Equal(At("2026-02-27 17:00") - Duration.Epsilon, Weekdays.LatestStart(At("2026-03-02 17:00"), Hours(8) + Duration.Epsilon));

    [Fact]
    public void LatestStart_AroundTheClock_IsElapsedTime() =>
        Assert.Equal(At("2026-03-01 12:00"), WorkingCalendar.TwentyFourSeven.LatestStart(At("2026-03-03 12:00"), Hours(48)));

    [Fact]
    public void LatestStart_BeforeTheData_NamesTheYear()
    {
        Assert.Equal(2023, Assert.Throws<CalendarCoverageException>(() => Weekdays.LatestStart(At("2024-01-01 17:00"), Hours(9))).Year);
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => Weekdays.LatestStart(At("2027-03-01 17:00"), Hours(1))).Year);
        Assert.False(Weekdays.TryLatestStart(At("2024-01-01 17:00"), Hours(8) + Duration.Epsilon, out _, out int? year));
        Assert.Equal(2023, year);
        Assert.True(Weekdays.TryLatestStart(At("2024-01-01 17:00"), Hours(8), out Instant start, out _));
        Assert.Equal(At("2024-01-01 09:00"), start);
        Assert.False(WorkingCalendar.TwentyFourSeven.TryLatestStart(Instant.MinValue, Duration.Epsilon, out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weekdays.LatestStart(At("2026-03-02 17:00"), -Duration.Epsilon));
    }

    private static WorkingCalendar Of(string key, WeeklyHours week) => WorkingCalendar.Create(Define(week) with { Key = key });

    private static IEnumerable<string> Mistakes(Func<WorkingCalendar> make) => Assert.Throws<CalendarDefinitionException>(make).Errors.Select(mistake => mistake.ToString());
}
