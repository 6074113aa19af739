using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>What such systems got wrong with clocks and calendars, one test a case. 2026-03-02 is a Monday.</summary>
public sealed class ClocksAndCalendarsPitfallTests
{
    [Fact]
    public void ElapsedAgainstLocal_72HoursAcrossAFallBackNight_IsElapsedAndTheWallClockReadsOneHourEarlier()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        Instant start = At("2026-10-30 15:00", zone);

        Instant due = WorkingCalendar.TwentyFourSeven.Add(start, Hours(72));

        Assert.Equal(Hours(72), due - start);
        Assert.Equal(new LocalDateTime(2026, 11, 2, 14, 0), due.InZone(zone).LocalDateTime);
    }

    [Theory]
    [InlineData(RepeatedTime.FirstOccurrence, "2026-11-01T05:30:00Z", "2026-11-01T08:00:00Z")]
    [InlineData(RepeatedTime.SecondOccurrence, "2026-11-01T06:30:00Z", "2026-11-01T08:00:00Z")]
    public void LocalTimeInAFold_WindowThatOpensThere_IsTheNamedChoice(RepeatedTime choice, string opens, string closes)
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("01:30-03:00"))) with
        {
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
            RepeatedTimes = choice,
        });

        Interval open = Assert.Single(calendar.OpenIntervals(Between("2026-11-01 04:00", "2026-11-01 12:00")));

        Assert.Equal((opens, closes), (open.Start.ToString(), open.End.ToString()));
    }

    [Theory]
    [InlineData("02:15-02:45", null)]
    [InlineData("02:30-04:00", "2026-03-08T07:00:00Z")]
    [InlineData("01:00-02:30", "2026-03-08T06:00:00Z")]
    public void LocalTimeInAGap_EdgeOfAWindow_IsTheInstantOfTheChange(string window, string? opens)
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window(window))) with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] });

        IntervalSet open = calendar.OpenIntervals(Between("2026-03-08 04:00", "2026-03-08 12:00"));

        Assert.Equal(opens, open.Count == 0 ? null : open[0].Start.ToString());
        Assert.Equal(opens is null ? Duration.Zero : Hours(1), calendar.Elapsed(At("2026-03-08 04:00"), At("2026-03-08 12:00")));
        Assert.Equal(opens is not null, calendar.IsWorkingDay(Day(2026, 3, 8)));
    }

    [Fact]
    public void SundayToMidnightAndMondayFromMidnight_SundayEvening_IsExactlyTwoHours()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.Closed
            .With(IsoDayOfWeek.Sunday, Window("22:00-24:00"))
            .With(IsoDayOfWeek.Monday, Window("00:00-06:00"))));

        Assert.Equal(Hours(2), calendar.Elapsed(At("2026-03-01 22:00"), At("2026-03-02 00:00")));
        Assert.Equal(Hours(8), calendar.Elapsed(At("2026-03-01 12:00"), At("2026-03-02 12:00")));
        Assert.Equal(new Interval(At("2026-03-01 22:00"), At("2026-03-02 06:00")), Assert.Single(calendar.OpenIntervals(Between("2026-03-01 12:00", "2026-03-02 12:00"))));
    }

    [Fact]
    public void EveryDayTo2400_AYear_LosesNoMinuteANight()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(OpeningWindow.WholeDay)));

        Assert.Equal(Duration.FromDays(365), calendar.Elapsed(At("2025-01-01 00:00"), At("2026-01-01 00:00")));
    }

    [Fact]
    public void Hours9To17Limit8HoursFrom9_Due_Is17TheSameDayNotTheNextOpening() =>
        Assert.Equal(At("2026-03-02 17:00"), Weekdays.Add(At("2026-03-02 09:00"), Hours(8)));

    [Fact]
    public void Hours9To18Friday20260213At17Plus8HoursInChina_MakeUpSaturday_IsSaturday16()
    {
        WorkingCalendar china = ChinaCalendar.Create("hall", Window("09:00-18:00"));
        WorkingCalendar holidaysOnly = WorkingCalendar.Create(ChinaCalendar.Define("hall", WeeklyHours.MondayToFriday(Window("09:00-18:00"))) with { MakeUpDays = [] });
        Instant friday = At("2026-02-13 17:00", Shanghai);

        Assert.Equal(At("2026-02-14 16:00", Shanghai), china.Add(friday, Hours(8)));
        Assert.Equal(At("2026-02-24 16:00", Shanghai), holidaysOnly.Add(friday, Hours(8)));
    }

    [Fact]
    public void HolidayYearWithoutData_AnyQuestion_IsATypedErrorNamingTheYear()
    {
        CalendarCoverageException error = Assert.Throws<CalendarCoverageException>(() => Weekdays.Elapsed(At("2026-12-31 00:00"), At("2027-01-04 00:00")));

        Assert.Equal(("hall", 2027), (error.Calendar, error.Year));
        Assert.Equal("Calendar 'hall' has no data for 2027. Add that year's holidays and extend the years it covers.", error.Message);
    }

    [Fact]
    public void Hours9To17EightHoursFromMonday9Suspended10To11And1030To12_Due_IsTuesday11()
    {
        LimitClock clock = EightHours with { Suspensions = Suspended(("2026-03-02 10:00", "2026-03-02 11:00"), ("2026-03-02 10:30", "2026-03-02 12:00")) };

        Assert.Equal(At("2026-03-03 11:00"), clock.Read().Due);
    }

    [Fact]
    public void TheSameSuspendedMonday17ToTuesday9_NoWorkingTimeSuspended_IsMonday17()
    {
        LimitClock clock = EightHours with { Suspensions = Suspended(("2026-03-02 17:00", "2026-03-03 09:00")) };

        Assert.Equal(At("2026-03-02 17:00"), clock.Read().Due);
    }

    [Theory]
    [InlineData(TargetChange.Retroactive, "2026-03-02 19:00")]
    [InlineData(TargetChange.Restart, "2026-03-02 22:00")]
    public void RoundTheClockOpened9Suspended10To12ChangedAt14From24HoursTo8_Due_IsTheNamedChoice(TargetChange change, string due)
    {
        LimitClock clock = new()
        {
            Start = At("2026-03-02 09:00"),
            Limit = WorkingLimit.Of(Hours(24)),
            Suspensions = Suspended(("2026-03-02 10:00", "2026-03-02 12:00")),
            Revisions = [new TargetRevision(At("2026-03-02 14:00"), WorkingLimit.Of(Hours(8)), change)],
        };

        Assert.Equal(At(due), clock.Read().Due);
        Assert.Equal(At("2026-03-03 11:00"), clock.ReadAsOf(At("2026-03-02 14:00") - Duration.Epsilon).Due);
    }

    [Fact]
    public void MondayOnlyEveryMondayAHoliday_AnySearch_IsATypedErrorAndNoHang()
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.Closed.With(IsoDayOfWeek.Monday, Window("09:00-17:00"))) with
        {
            Holidays = [.. Enumerable.Range(0, 157).Select(week => Day(2024, 1, 1).PlusWeeks(week))],
        });
        Instant now = At("2024-03-02 09:00");

        Assert.Equal("hall", Assert.Throws<CalendarNeverOpensException>(() => calendar.NextOpening(now)).Calendar);
        Assert.Throws<CalendarNeverOpensException>(() => calendar.Add(now, Duration.Epsilon));
        Assert.Throws<CalendarNeverOpensException>(() => calendar.AddWorkingDays(now, 1));
        Assert.Throws<CalendarNeverOpensException>(() => new LimitClock { Start = now, Limit = WorkingLimit.OfWorkingDays(1), Calendar = calendar }.Read());
        Assert.False(calendar.IsOpen(now));
        Assert.Equal(Duration.Zero, calendar.Elapsed(now, At("2026-03-02 09:00")));
        Assert.Empty(calendar.OpenIntervals(Between("2024-03-02 09:00", "2026-03-02 09:00")));
    }

    [Fact]
    public void EightHoursAndOneTickAgainstEightHours_Done_IsLateAndNothingIsTruncated()
    {
        ClockReading reading = new LimitClock { Start = At("2026-03-02 09:00") + Duration.Epsilon, Limit = WorkingLimit.Of(Hours(8)) }.Read();

        Assert.Equal(At("2026-03-02 17:00") + Duration.Epsilon, reading.Due);
        Assert.True(reading.Allows(At("2026-03-02 17:00") + Duration.Epsilon));
        Assert.False(reading.Allows(At("2026-03-02 17:00") + Duration.Epsilon + Duration.Epsilon));
    }

    [Fact]
    public void SuspendedAndResolvedInTheSameUpdate_Suspension_Counts()
    {
        LimitClock clock = EightHours with { Suspensions = Suspended(("2026-03-02 16:00", "2026-03-03 16:30")) };

        Assert.Equal(At("2026-03-04 09:30"), clock.Read().Due);
        Assert.True(clock.Read().Allows(At("2026-03-03 16:30")));
        Assert.False(EightHours.Read().Allows(At("2026-03-03 16:30")));
    }

    [Fact]
    public void SeveralTargetsOnOneCase_EachItsOwnClock_TheEarliestNotMetIsNextAndAMetOneHidesNone()
    {
        Instant firstReply = At("2026-03-02 09:20");
        LimitClock reply = EightHours with { Limit = WorkingLimit.Of(Hours(0.5)) };
        (LimitClock Clock, Instant? Done)[] targets = [(reply, firstReply), (EightHours, null), (EightHours with { Limit = WorkingLimit.OfWorkingDays(3) }, null)];

        Assert.True(reply.Read().Allows(firstReply));
        Assert.Equal(At("2026-03-02 09:30"), targets.Min(target => target.Clock.Read().Due));
        Assert.Equal(At("2026-03-02 17:00"), targets.Where(target => target.Done is null).Min(target => target.Clock.Read().Due));
    }

    [Fact]
    public void HolidayWeekThatSpansAWeekend_NamedDayByDayAndTwice_IsCountedOnce()
    {
        LocalDate[] week = [.. Enumerable.Range(0, 8).Select(Day(2026, 5, 1).PlusDays)];
        WorkingCalendar calendar = WorkingCalendar.Create(Plain with { Holidays = [.. week, Day(2026, 5, 4)] });

        Assert.Equal(Hours(16), calendar.Elapsed(At("2026-04-30 00:00"), At("2026-05-12 00:00")));
        Assert.Equal(At("2026-05-11 17:00"), calendar.AddWorkingDays(At("2026-04-30 12:00"), 1));
    }

    [Fact]
    public void ElapsedAThenB_PartsOfOneRange_AddUpAndAddGivesTheDurationBack()
    {
        (Instant a, Instant b, Instant c) = (At("2026-02-27 16:59"), At("2026-03-02 09:30"), At("2026-03-09 12:00"));

        Assert.Equal(Weekdays.Elapsed(a, c), Weekdays.Elapsed(a, b) + Weekdays.Elapsed(b, c));
        Assert.Equal(Hours(31), Weekdays.Elapsed(a, Weekdays.Add(a, Hours(31))));
        Assert.True(Weekdays.Elapsed(a, b) <= Weekdays.Elapsed(a, c));
        Assert.True(Weekdays.Add(a, Hours(3)) <= Weekdays.Add(b, Hours(3)));
    }

    /// <summary>Eight working hours from Monday 09:00, on weekdays from 09:00 to 17:00.</summary>
    private static LimitClock EightHours => new() { Start = At("2026-03-02 09:00"), Limit = WorkingLimit.Of(Hours(8)), Calendar = Weekdays };
}
