using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Nights = WorkingCalendar.Create(Define(WeeklyHours.Closed
        .With(IsoDayOfWeek.Thursday, Window("22:00-06:00"))
        .With(IsoDayOfWeek.Friday, Window("22:00-06:00"))) with
    { Holidays = [Day(2026, 3, 6)] });

    [Theory]
    [InlineData("2026-03-02 08:59", false)]
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-02 16:59", true)]
    [InlineData("2026-03-02 17:00", false)]
    public void IsOpen_EdgesOfAWindow_AreFromStartUpToEnd(string at, bool open) => Assert.Equal(open, Weekdays.IsOpen(At(at)));

    [Fact]
    public void IsOpen_OneTickBeforeAnEdge_IsTheOtherSide()
    {
        Assert.False(Weekdays.IsOpen(At("2026-03-02 09:00") - Duration.Epsilon));
        Assert.True(Weekdays.IsOpen(At("2026-03-02 17:00") - Duration.Epsilon));
    }

    [Theory]
    [InlineData("2026-03-02 12:00", "2026-03-02 12:00")]
    [InlineData("2026-03-02 17:00", "2026-03-03 09:00")]
    [InlineData("2026-03-06 17:00", "2026-03-09 09:00")]
    public void NextOpening_AtOrAfter_IsTheFirstOpenInstant(string at, string opening) => Assert.Equal(At(opening), Weekdays.NextOpening(At(at)));

    [Theory]
    [InlineData("2026-03-05 23:00", true, "the window of Thursday, a working day")]
    [InlineData("2026-03-06 05:59", true, "Thursday's window, although Friday is a holiday")]
    [InlineData("2026-03-06 22:00", false, "Friday's window, and Friday is a holiday")]
    [InlineData("2026-03-07 05:59", false, "Friday's window on Saturday")]
    [InlineData("2026-03-14 05:59", true, "Friday's window on Saturday, a week later")]
    public void IsOpen_WindowOverMidnightAtAHoliday_BelongsToTheDayItStartsOn(string at, bool open, string why) =>
        Assert.True(open == Nights.IsOpen(At(at)), why);

    [Fact]
    public void AddWorkingDays_WindowOverMidnight_ClosesOnTheNextDate()
    {
        Assert.Equal(At("2026-03-06 06:00"), Nights.AddWorkingDays(At("2026-03-04 12:00"), 1));
        Assert.Equal(At("2026-03-13 06:00"), Nights.AddWorkingDays(At("2026-03-06 03:00"), 1));
    }

    [Theory]
    [InlineData("2026-03-02 08:00", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-02 23:59", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-06 12:00", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-07 12:00", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-02 08:00", 5, "2026-03-09 17:00")]
    public void AddWorkingDays_AnyDay_IsTheCloseOfTheNthWorkingDayAfterIt(string trigger, int days, string close) =>
        Assert.Equal(At(close), Weekdays.AddWorkingDays(At(trigger), days));

    [Fact]
    public void AddWorkingDays_SeveralWindows_ClosesWithTheLast()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.MondayToFriday(Window("14:00-18:00"), Window("09:00-12:00"))));

        Assert.Equal(At("2026-03-03 18:00"), calendar.AddWorkingDays(At("2026-03-02 09:00"), 1));
        Assert.Equal(At("2026-03-02 14:00"), calendar.NextOpening(At("2026-03-02 12:00")));
        Assert.Equal(At("2026-03-02 12:00"), calendar.Add(At("2026-03-02 09:00"), Hours(3)));
    }

    [Fact]
    public void Exceptions_OpeningOnAHolidayAndOnAWeekday_StandInPlaceOfTheWeek()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Plain with
        {
            Holidays = [Day(2026, 3, 3)],
            MakeUpDays = [new MakeUpDay(Day(2026, 3, 7)), new MakeUpDay(Day(2026, 3, 8), IsoDayOfWeek.Friday)],
            Openings = [new ExceptionalOpening(Day(2026, 3, 3), Window("20:00-24:00")), new ExceptionalOpening(Day(2026, 3, 4), Window("10:00-11:00"))],
        });

        Assert.Equal(
            "{2026-03-02T09:00:00Z/2026-03-02T17:00:00Z, 2026-03-03T20:00:00Z/2026-03-04T00:00:00Z, 2026-03-04T10:00:00Z/2026-03-04T11:00:00Z, "
            + "2026-03-05T09:00:00Z/2026-03-05T17:00:00Z, 2026-03-06T09:00:00Z/2026-03-06T17:00:00Z, 2026-03-07T09:00:00Z/2026-03-07T17:00:00Z, "
            + "2026-03-08T09:00:00Z/2026-03-08T17:00:00Z}",
            calendar.OpenIntervals(Between("2026-03-02 00:00", "2026-03-09 00:00")).ToString());
    }

    [Fact]
    public void Exceptions_WindowsOfDifferentDatesThatOverlap_CountOnce()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.Closed.With(IsoDayOfWeek.Friday, Window("22:00-06:00"))) with
        {
            Openings = [new ExceptionalOpening(Day(2026, 3, 7), Window("04:00-08:00"))],
        });

        Assert.Equal(Hours(10), calendar.Elapsed(At("2026-03-06 00:00"), At("2026-03-08 00:00")));
    }

    [Fact]
    public void Range_Reversed_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Weekdays.Elapsed(At("2026-03-02 09:00"), At("2026-03-02 08:00")));

        Assert.StartsWith("The range ends at 2026-03-02T08:00:00Z, before it starts at 2026-03-02T09:00:00Z. Exchange the instants.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WorkingCalendar.TwentyFourSeven.TryElapsed(At("2026-03-02 09:00"), At("2026-03-02 08:00"), out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weekdays.Add(At("2026-03-02 09:00"), -Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weekdays.AddWorkingDays(At("2026-03-02 09:00"), 0));
    }

    [Fact]
    public void Range_OfNoLength_HasNoWorkingTime()
    {
        Assert.Equal(Duration.Zero, Weekdays.Elapsed(At("2026-03-02 12:00"), At("2026-03-02 12:00")));
        Assert.Equal(At("2026-03-01 12:00"), Weekdays.Add(At("2026-03-01 12:00"), Duration.Zero));
        Assert.Empty(Weekdays.OpenIntervals(Between("2026-03-02 12:00", "2026-03-02 12:00")));
    }

    [Theory]
    [InlineData("2023-12-31 23:59", 2023)]
    [InlineData("2020-05-05 12:00", 2020)]
    [InlineData("2027-01-01 00:00", 2027)]
    [InlineData("2031-01-01 00:00", 2031)]
    public void Coverage_InstantOutside_IsATypedErrorNamingTheYear(string at, int year)
    {
        Instant outside = At(at);

        Assert.Equal(year, Assert.Throws<CalendarCoverageException>(() => Weekdays.IsOpen(outside)).Year);
        Assert.Equal(year, Assert.Throws<CalendarCoverageException>(() => Weekdays.NextOpening(outside)).Year);
        Assert.Equal(year, Assert.Throws<CalendarCoverageException>(() => Weekdays.AddWorkingDays(outside, 1)).Year);
        Assert.False(Weekdays.TryIsOpen(outside, out _, out int? named));
        Assert.Equal(year, named);
        Assert.False(Weekdays.TryIsWorkingDay(outside.InUtc().Date, out _, out named));
        Assert.Equal(year, named);
    }

    [Fact]
    public void Coverage_EndOfTheLastYear_EndsRangesAndNothingMore()
    {
        (Instant start, Instant end) = (At("2024-01-01 00:00"), At("2027-01-01 00:00"));

        Assert.Equal(new Interval(start, end), Weekdays.Coverage);
        Assert.Equal(Hours(8 * 784), Weekdays.Elapsed(start, end));
        Assert.Equal(784, Weekdays.OpenIntervals(Weekdays.Coverage).Count);
        Assert.Equal(At("2026-12-31 17:00"), Weekdays.Add(start, Hours(8 * 784)));
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => Weekdays.Add(start, Hours(8 * 784) + Duration.Epsilon)).Year);
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => Weekdays.NextOpening(At("2026-12-31 17:00"))).Year);
        Assert.Equal(At("2026-12-31 17:00"), Weekdays.AddWorkingDays(At("2026-12-01 00:00"), 22));
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => Weekdays.AddWorkingDays(At("2026-12-01 00:00"), 23)).Year);
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => Weekdays.AddWorkingDays(At("2026-12-01 00:00"), int.MaxValue)).Year);
        Assert.False(Weekdays.TryOpenIntervals(new Interval(start, null), out _, out int? year));
        Assert.Equal(2027, year);
    }

    [Fact]
    public void Coverage_WindowsOverMidnight_LeaveOutWhatTheEveCouldHoldAndWhatTheNextYearDoes()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("22:00-06:00"))));

        Assert.Equal(new Interval(At("2024-01-01 06:00"), At("2027-01-01 00:00")), calendar.Coverage);
        Assert.Equal(2023, Assert.Throws<CalendarCoverageException>(() => calendar.IsOpen(At("2024-01-01 05:59"))).Year);
        Assert.Equal(Hours(2), calendar.Elapsed(At("2026-12-31 12:00"), At("2027-01-01 00:00")));
        Assert.Equal(At("2026-12-31 06:00"), calendar.AddWorkingDays(At("2026-12-29 12:00"), 1));
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => calendar.AddWorkingDays(At("2026-12-30 12:00"), 1)).Year);
    }

    [Fact]
    public void Instants_EndsOfTheTimeAxis_AreOutsideOfAnyYearCovered()
    {
        WorkingCalendar newYork = WorkingCalendar.Create(Plain with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] });

        foreach (WorkingCalendar calendar in new[] { Weekdays, newYork })
        {
            Assert.Equal(2023, Assert.Throws<CalendarCoverageException>(() => calendar.IsOpen(Instant.MinValue)).Year);
            Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => calendar.NextOpening(Instant.MaxValue)).Year);
            Assert.Equal(-9998, Assert.Throws<CalendarCoverageException>(() => calendar.IsOpen(Instant.MinValue + Duration.Epsilon)).Year);
            Assert.Equal(9999, Assert.Throws<CalendarCoverageException>(() => calendar.IsOpen(Instant.MaxValue - Duration.Epsilon)).Year);
            Assert.Throws<CalendarCoverageException>(() => calendar.Elapsed(Instant.MinValue, Instant.MaxValue));
            Assert.Throws<CalendarCoverageException>(() => calendar.Add(At("2026-03-02 09:00"), Duration.MaxValue));
        }
    }

    [Fact]
    public void TwentyFourSeven_AllOfTime_IsPlainArithmetic()
    {
        WorkingCalendar always = WorkingCalendar.TwentyFourSeven;
        Instant at = At("2026-03-02 09:00");

        Assert.True(always.IsAlwaysOpen);
        Assert.Equal(new Interval(null, null), always.Coverage);
        Assert.Equal(Instant.MaxValue - Instant.MinValue, always.Elapsed(Instant.MinValue, Instant.MaxValue));
        Assert.Equal(Instant.MaxValue, always.Add(at, Instant.MaxValue - at));
        Assert.Equal(10000, Assert.Throws<CalendarCoverageException>(() => always.Add(at, Instant.MaxValue - at + Duration.Epsilon)).Year);
        Assert.Equal(at, always.NextOpening(at));
        Assert.Equal(At("2026-03-04 00:00"), always.AddWorkingDays(at, 1));
        Assert.Throws<CalendarCoverageException>(() => always.AddWorkingDays(at, int.MaxValue));
        Assert.Throws<CalendarCoverageException>(() => always.AddWorkingDays(Instant.MinValue, 1));
        Assert.Throws<CalendarCoverageException>(() => always.AddWorkingDays(Instant.MaxValue, 1));
        Assert.Equal(IntervalSet.All, always.OpenIntervals(new Interval(null, null)));
        Assert.Empty(always.OpenIntervals(new Interval(at, at)));
        Assert.Equal([OpeningWindow.WholeDay], always.WindowsOn(Day(9999, 12, 31)));
        Assert.Equal("24x7", always.ToString());
    }

    [Fact]
    public void AlwaysOpen_DaysOfAZone_CloseAtItsMidnights()
    {
        WorkingCalendar always = WorkingCalendar.AlwaysOpen("line", Shanghai);

        Assert.Equal(At("2026-03-04 00:00", Shanghai), always.AddWorkingDays(At("2026-03-02 23:59", Shanghai), 1));
        Assert.Equal(At("2026-03-05 00:00", Shanghai), always.AddWorkingDays(At("2026-03-03 00:00", Shanghai), 1));
    }

    [Fact]
    public async Task Timetable_FirstNeededByManyThreads_IsMadeOnceAndGivesOneAnswer()
    {
        WorkingCalendar calendar = ChinaCalendar.Create("hall", Window("09:00-17:00"));
        Instant start = At("2007-01-01 00:00", Shanghai);

        Instant[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => calendar.Add(start, Hours(30000)), TestContext.Current.CancellationToken)));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public void TwentyFourSeven_AnyInstantAndDay_IsOpen()
    {
        WorkingCalendar always = WorkingCalendar.TwentyFourSeven;

        Assert.All([Instant.MinValue, At("2026-03-01 03:00"), Instant.MaxValue], instant => Assert.True(always.IsOpen(instant)));
        Assert.True(always.IsWorkingDay(Day(2026, 3, 1)));
        Assert.Equal(Instant.MinValue, always.LatestStart(Instant.MinValue + Hours(1), Hours(1)));
    }

    /// <summary>What the eve of the first year could hold: the longest tail of any day, and of the hours that a make-up day takes.</summary>
    [Fact]
    public void Coverage_WindowsOverMidnight_LeaveOutTheLongestTail()
    {
        CalendarDefinition nights = Define(WeeklyHours.Closed.With(IsoDayOfWeek.Monday, Window("22:00-06:00")).With(IsoDayOfWeek.Tuesday, Window("22:00-02:00")));

        Assert.Equal(At("2024-01-01 06:00"), WorkingCalendar.Create(nights).Coverage.Start);
        Assert.Equal(At("2024-01-01 08:00"), WorkingCalendar.Create(nights with { OrdinaryHours = [Window("22:00-08:00")] }).Coverage.Start);
    }

    [Fact]
    public void AddWorkingDays_ClosingAtTheEndOfTheData_IsFound() => Assert.Equal(
        At("2027-01-01 00:00"),
        WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("18:00-24:00")))).AddWorkingDays(At("2026-12-30 12:00"), 1));

    [Fact]
    public void Coverage_InstantOutside_IsInTheYearOfTheZone()
    {
        WorkingCalendar hall = WorkingCalendar.Create(Plain with { Zone = Shanghai });

        Assert.Equal(2028, Assert.Throws<CalendarCoverageException>(() => hall.IsOpen(At("2028-01-01 00:30", Shanghai))).Year);
        Assert.Equal(2022, Assert.Throws<CalendarCoverageException>(() => hall.IsOpen(At("2022-01-01 00:30", Shanghai))).Year);
    }

    [Fact]
    public void WindowsOn_ExceptionalOpeningInAnyOrder_AreInOrder() => Assert.Equal(
        [Window("09:00-12:00"), Window("13:00-17:00")],
        WorkingCalendar.Create(Plain with { Openings = [new ExceptionalOpening(Day(2026, 3, 1), [Window("13:00-17:00"), Window("09:00-12:00")])] }).WindowsOn(Day(2026, 3, 1)));

    /// <summary>The first of January 2024 was a Monday.</summary>
    [Fact]
    public void FirstDayOfTheData_IsADayLikeAnyOther()
    {
        Assert.True(Weekdays.IsWorkingDay(Day(2024, 1, 1)));
        Assert.Equal(At("2024-01-02 09:00"), Weekdays.NextOpening(At("2024-01-01 18:00")));
        Assert.Equal(At("2024-01-02 17:00"), Weekdays.AddWorkingDays(At("2024-01-01 12:00"), 1));
    }

    [Fact]
    public void Coverage_NightThatTheDataCutsOff_IsWorkedNoFurther()
    {
        WorkingCalendar nights = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("22:00-06:00"))));

        Assert.Equal(At("2027-01-01 00:00"), nights.Add(At("2026-12-31 22:00"), Hours(2)));
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => nights.Add(At("2026-12-31 22:00"), Hours(2) + Duration.Epsilon)).Year);
    }

    [Fact]
    public void Coverage_RangesAtItsEnds_AreToldOrNameTheYear()
    {
        Assert.False(Weekdays.TryElapsed(At("2023-12-01 00:00"), At("2024-02-01 00:00"), out _, out int? year));
        Assert.Equal(2023, year);
        Assert.Equal(Duration.Zero, Weekdays.Elapsed(At("2027-01-01 00:00"), At("2027-01-01 00:00")));
        Assert.Equal(At("2026-12-31 09:00"), Weekdays.LatestStart(At("2027-01-01 00:00"), Hours(8)));
        Assert.False(Weekdays.TryOpenIntervals(new Interval(At("2023-12-01 00:00"), At("2024-02-01 00:00")), out _, out year));
        Assert.Equal(2023, year);
    }

    /// <summary>Near the ends of the time axis there need be no local time: whole days there, and no instant after the last.</summary>
    [Fact]
    public void AddCalendarDays_AtTheEndsOfTime_StaysWithinIt()
    {
        WorkingCalendar always = WorkingCalendar.TwentyFourSeven;

        Assert.Equal(Instant.MinValue + Duration.FromDays(3), always.AddCalendarDays(Instant.MinValue, 3));
        Assert.Equal(Instant.MaxValue, always.AddCalendarDays(Instant.MaxValue - Hours(1), 1));
        Assert.Equal(Instant.MaxValue, always.AddCalendarDays(At("2026-03-02 09:00"), int.MaxValue));
        Assert.Equal(Instant.MaxValue - Duration.FromDays(5), always.AddCalendarDays(Instant.MaxValue - Duration.FromDays(10), 5));
    }

    [Fact]
    public void Elapsed_TwentyYears_NeedsNoWalkOverDays()
    {
        WorkingCalendar calendar = ChinaCalendar.Create("hall", Window("09:00-12:00"), Window("13:00-17:00"));
        (Instant from, Instant to) = (At("2007-01-01 00:00", Shanghai), At("2026-12-31 17:00", Shanghai));
        Duration whole = calendar.Elapsed(from, to);
        CancellationToken stop = new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

        // A walk over the days of as many ranges would take minutes.
        for (int round = 0; round < 200_000; round++)
        {
            Assert.False(round % 1000 == 0 && stop.IsCancellationRequested);
            Assert.True(calendar.Elapsed(from, to) == whole && calendar.Add(from, whole) == to);
        }
    }
}
