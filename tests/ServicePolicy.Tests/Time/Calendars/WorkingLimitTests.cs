using NodaTime;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>The choices of a limit on a calendar (S30). The calendar is open from Monday to Friday, 09:00 to 17:00.</summary>
public sealed class WorkingLimitTests
{
    private static readonly DateTimeZone Chicago = DateTimeZoneProviders.Tzdb["America/Chicago"];

    [Theory]
    [InlineData("PT8H of working time", "2026-03-02 09:00", "2026-03-02 17:00")]
    [InlineData("PT8H of working time, due at the next opening", "2026-03-02 09:00", "2026-03-03 09:00")]
    [InlineData("PT8H of working time, due at the next opening", "2026-03-06 09:00", "2026-03-09 09:00")]
    [InlineData("PT7H59M of working time, due at the next opening", "2026-03-02 09:00", "2026-03-02 16:59")]
    [InlineData("PT0S of working time, due at the next opening", "2026-03-07 12:00", "2026-03-07 12:00")]
    [InlineData("1 working day", "2026-03-02 13:00", "2026-03-03 17:00")]
    [InlineData("1 working day, due at the next opening", "2026-03-02 13:00", "2026-03-04 09:00")]
    [InlineData("1 working day, same time", "2026-03-02 13:00", "2026-03-03 13:00")]
    [InlineData("1 working day, same time", "2026-03-02 20:00", "2026-03-03 20:00")]
    [InlineData("2 working days, same time", "2026-03-05 13:00", "2026-03-09 13:00")]
    [InlineData("1 working day", "2026-03-07 12:00", "2026-03-09 17:00")]
    [InlineData("1 working day, from the next opening", "2026-03-07 12:00", "2026-03-10 17:00")]
    [InlineData("1 working day, same time", "2026-03-07 12:00", "2026-03-09 12:00")]
    [InlineData("1 working day, same time, from the next opening", "2026-03-07 12:00", "2026-03-10 09:00")]
    [InlineData("1 working day, from the next opening", "2026-03-02 12:00", "2026-03-03 17:00")]
    [InlineData("3 calendar days", "2026-03-06 13:32", "2026-03-09 13:32")]
    [InlineData("3 calendar days, from the next opening", "2026-03-07 13:32", "2026-03-12 09:00")]
    public void Read_Choice_DecidesWhenItIsDue(string limit, string start, string due) => Assert.Equal(At(due), Clock(limit, start).Read().Due);

    /// <summary>Pitfalls: a request of 120 days that was closed at 13:32 was overdue at 12:34, for the clocks had changed in between.</summary>
    [Fact]
    public void Read_CalendarDaysAcrossAChangeOfClocks_AreDueAtTheSameLocalTime()
    {
        Instant opened = new LocalDateTime(2026, 1, 10, 13, 32).InZoneStrictly(Chicago).ToInstant();
        LimitClock days = new() { Start = opened, Limit = WorkingLimit.OfCalendarDays(120), Calendar = WorkingCalendar.AlwaysOpen("city", Chicago) };

        Assert.Equal(new LocalDateTime(2026, 5, 10, 13, 32).InZoneStrictly(Chicago).ToInstant(), days.Read().Due);
        Assert.Equal(opened + Duration.FromHours(2_879), days.Read().Due);
        Assert.Equal(opened + Duration.FromHours(2_880), (days with { Limit = WorkingLimit.Of(Duration.FromDays(120)) }).Read().Due);
    }

    [Fact]
    public void Read_CalendarDaysToATimeThatIsSkippedOrOccursTwice_AreDueAtTheChangeOrTheFirst()
    {
        WorkingCalendar city = WorkingCalendar.AlwaysOpen("city", Chicago);
        LimitClock day = new() { Start = new LocalDateTime(2026, 3, 7, 2, 30).InZoneStrictly(Chicago).ToInstant(), Limit = WorkingLimit.OfCalendarDays(1), Calendar = city };

        Assert.Equal(Instant.FromUtc(2026, 3, 8, 8, 0), day.Read().Due);
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 6, 30), (day with { Start = Instant.FromUtc(2026, 10, 31, 6, 30) }).Read().Due);
    }

    [Theory]
    [InlineData("1 working day, same time", "2026-03-02 14:00", "2026-03-02 16:00", "2026-03-03 15:00")]
    [InlineData("1 working day, same time", "2026-03-02 18:00", "2026-03-03 08:00", "2026-03-03 13:00")]
    [InlineData("2 calendar days", "2026-03-02 14:00", "2026-03-02 16:00", "2026-03-04 15:00")]
    [InlineData("PT4H of working time, due at the next opening", "2026-03-02 17:00", "2026-03-03 10:00", "2026-03-03 10:00")]
    [InlineData("PT4H of working time, due at the next opening", "2026-03-02 14:00", "2026-03-02 15:00", "2026-03-03 10:00")]
    public void Read_Suspended_IsDueLaterByWhatWasSuspendedOnItsClock(string limit, string from, string to, string due)
    {
        LimitClock clock = Clock(limit, "2026-03-02 13:00") with { Suspensions = Suspended((from, to)) };

        Assert.Equal(At(due), clock.Read().Due);
    }

    [Fact]
    public void Read_UsedUpAtClosingAndSuspendedForGood_HasNoDue() => Assert.Null(
        (Clock("PT4H of working time, due at the next opening", "2026-03-02 13:00") with { Suspensions = Suspended(("2026-03-02 20:00", null)) }).Read().Due);

    [Theory]
    [InlineData("PT8H of working time")]
    [InlineData("PT8H of working time, due at the next opening, from the next opening")]
    [InlineData("1 working day")]
    [InlineData("5 working days, same time, from the next opening")]
    [InlineData("120 calendar days, from the next opening")]
    public void TryParse_WhatIsWritten_IsReadBack(string text)
    {
        Assert.True(WorkingLimit.TryParse(text, out WorkingLimit? limit));
        Assert.Equal(text, limit.ToString());
    }

    /// <summary>Units cannot be mixed up: a day is said to be of the calendar or of work, and working time is in hours.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 days")]
    [InlineData("PT8H")]
    [InlineData("P1D of working time")]
    [InlineData("P1W of working time")]
    [InlineData("-PT1H of working time")]
    [InlineData("0 working days")]
    [InlineData("-1 working days")]
    [InlineData("PT8H of working time, same time")]
    [InlineData("5 calendar days, due at the next opening")]
    [InlineData("5 working days, same time, due at the next opening")]
    [InlineData("5 working days, tomorrow")]
    [InlineData("5 working days, same time, same time")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(WorkingLimit.TryParse(text, out _));

    private static LimitClock Clock(string limit, string start)
    {
        Assert.True(WorkingLimit.TryParse(limit, out WorkingLimit? parsed), limit);
        return new LimitClock { Start = At(start), Limit = parsed, Calendar = Weekdays };
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Of_NoDays_IsRefused(int days)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingLimit.OfCalendarDays(days));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingLimit.OfWorkingDays(days));
    }
}
