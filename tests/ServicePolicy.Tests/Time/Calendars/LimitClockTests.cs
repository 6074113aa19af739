using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class LimitClockTests
{
    private static LimitClock EightHours => new() { Start = At("2026-03-02 09:00"), Limit = WorkingLimit.Of(Hours(8)), Calendar = Weekdays };

    [Fact]
    public void Read_OpenSuspension_HasNoDueButAWarningReachedBefore()
    {
        ClockReading reading = (EightHours with { Suspensions = Suspended(("2026-03-02 16:00", null)) }).Read();

        Assert.Null(reading.Due);
        Assert.Equal(At("2026-03-02 15:00"), reading.Warning);
        Assert.True(reading.Allows(At("2026-12-01 00:00")));
    }

    [Fact]
    public void Read_SuspensionThatOpensAtDue_KeepsIt() =>
        Assert.Equal(At("2026-03-02 17:00"), (EightHours with { Suspensions = Suspended(("2026-03-02 17:00", null)) }).Read().Due);

    [Fact]
    public void Read_SuspensionThatOpensOneTickBeforeDue_HasNone() =>
        Assert.Null((EightHours with { Suspensions = IntervalSet.Of(new Interval(At("2026-03-02 17:00") - Duration.Epsilon, null)) }).Read().Due);

    [Fact]
    public void Read_SuspensionOfOneTick_MovesDueByOneTickOfWorkingTime() => Assert.Equal(
        At("2026-03-03 09:00") + Duration.Epsilon,
        (EightHours with { Suspensions = IntervalSet.Of(new Interval(At("2026-03-02 12:00"), At("2026-03-02 12:00") + Duration.Epsilon)) }).Read().Due);

    [Fact]
    public void Read_SuspendedBeforeAndAtTheStart_CountsOnlyWhatIsAfterIt() =>
        Assert.Equal(At("2026-03-03 10:00"), (EightHours with { Suspensions = Suspended(("2026-02-20 09:00", "2026-03-02 10:00")) }).Read().Due);

    [Fact]
    public void Read_NoTimeAtAll_IsDueAtTheStartAlsoWhenSuspended() =>
        Assert.Equal(At("2026-03-02 09:00"), (EightHours with { Limit = WorkingLimit.Of(Duration.Zero), Suspensions = Suspended(("2026-03-01 09:00", null)) }).Read().Due);

    [Fact]
    public void Read_WorkingDays_AreDueAtCloseOfBusinessWithAWarningInWorkingTime()
    {
        ClockReading reading = (EightHours with { Start = At("2026-03-02 13:00"), Limit = WorkingLimit.OfWorkingDays(5) }).Read();

        Assert.Equal(At("2026-03-09 17:00"), reading.Due);
        Assert.Equal(Hours(44), reading.Limit);
        Assert.Equal(At("2026-03-06 14:00"), reading.Warning);
    }

    [Theory]
    [InlineData("2026-03-03 09:00", "2026-03-03 17:00", "2026-03-05 17:00")]
    [InlineData("2026-03-03 09:00", "2026-03-03 13:00", "2026-03-05 13:00")]
    [InlineData("2026-03-03 17:00", "2026-03-04 09:00", "2026-03-04 17:00")]
    public void Read_WorkingDaysSuspended_AreDueLaterByTheWorkingTimeSuspended(string from, string to, string due) =>
        Assert.Equal(At(due), (EightHours with { Limit = WorkingLimit.OfWorkingDays(2), Suspensions = Suspended((from, to)) }).Read().Due);

    /// <summary>More nanoseconds than fit into 64 bits.</summary>
    [Fact]
    public void Read_LimitOfCenturies_WarnsAtItsShare() => Assert.Equal(
        At("2026-03-02 09:00") + Duration.FromDays(150_000),
        new LimitClock { Start = At("2026-03-02 09:00"), Limit = WorkingLimit.Of(Duration.FromDays(200_000)) }.Read().Warning);

    [Fact]
    public void Read_WorkingDaysToTheTimeOfTheStart_IsDueAtThatTime() => Assert.Equal(
        At("2026-03-03 10:30"),
        (EightHours with { Start = At("2026-03-02 10:30"), Limit = WorkingLimit.OfWorkingDays(1, WorkingDayEnd.TimeOfStart) }).Read().Due);

    /// <summary>The first year that the clock runs in, not that in which it stands still.</summary>
    [Fact]
    public void Read_SuspensionAfterTheData_NamesTheFirstYearWithoutAny() => Assert.Equal(
        2027,
        Assert.Throws<CalendarCoverageException>(() => (EightHours with { Start = At("2026-12-31 16:00"), Suspensions = Suspended(("2030-01-07 09:00", "2030-01-08 09:00")) }).Read()).Year);

    [Fact]
    public void Read_FromAnOpeningAfterTheData_NamesTheYear() => Assert.Equal(
        2027,
        Assert.Throws<CalendarCoverageException>(() => (EightHours with { Start = At("2026-12-31 18:00"), Limit = WorkingLimit.Of(Hours(1)) with { WhenClosed = StartWhenClosed.FromNextOpening } }).Read()).Year);

    [Fact]
    public void Read_WorkingDaysFromBeforeTheData_NamesTheYear() => Assert.Equal(
        2023,
        Assert.Throws<CalendarCoverageException>(() => (EightHours with { Start = At("2023-12-28 10:00"), Limit = WorkingLimit.OfWorkingDays(3, WorkingDayEnd.TimeOfStart) }).Read()).Year);

    [Fact]
    public void Read_ChangedAtTheStart_HasTheChangedLimit() => Assert.Equal(
        At("2026-03-02 11:00"),
        (EightHours with { Revisions = [new TargetRevision(At("2026-03-02 09:00"), WorkingLimit.Of(Hours(2)), TargetChange.Retroactive)] }).Read().Due);

    [Fact]
    public void Read_WarningPoint_IsAShareOfTheLimitOnItsOwnClock()
    {
        LimitClock clock = EightHours with { Suspensions = Suspended(("2026-03-02 10:00", "2026-03-02 13:00")) };

        Assert.Equal(At("2026-03-03 10:00"), clock.Read().Warning);
        Assert.Equal(At("2026-03-02 16:00"), (clock with { WarningPoint = 0.5m }).Read().Warning);
        Assert.Equal(clock.Read().Due, (clock with { WarningPoint = 1 }).Read().Warning);
        Assert.Equal(clock.Start, (clock with { WarningPoint = 0 }).Read().Warning);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock with { WarningPoint = -0.01m });
        Assert.Throws<ArgumentOutOfRangeException>(() => clock with { WarningPoint = 1.01m });
    }

    [Fact]
    public void Read_SeveralRevisions_CountFromTheLastRestartInOrderOfTime()
    {
        LimitClock clock = EightHours with
        {
            Calendar = WorkingCalendar.TwentyFourSeven,
            Revisions =
            [
                new TargetRevision(At("2026-03-02 14:00"), WorkingLimit.Of(Hours(4)), TargetChange.Retroactive),
                new TargetRevision(At("2026-03-02 12:00"), WorkingLimit.Of(Hours(6)), TargetChange.Restart),
            ],
        };

        Assert.Equal((At("2026-03-02 12:00"), At("2026-03-02 16:00")), (clock.Read().Start, clock.Read().Due));
        Assert.Equal(At("2026-03-02 18:00"), clock.ReadAsOf(At("2026-03-02 12:00")).Due);
        Assert.Equal(Hours(1), clock.UsedAt(At("2026-03-02 13:00")));
    }

    [Fact]
    public void Read_RestartDuringASuspension_KeepsIt()
    {
        LimitClock clock = EightHours with
        {
            Calendar = WorkingCalendar.TwentyFourSeven,
            Suspensions = Suspended(("2026-03-02 10:00", "2026-03-02 15:00")),
            Revisions = [new TargetRevision(At("2026-03-02 14:00"), WorkingLimit.Of(Hours(8)), TargetChange.Restart)],
        };

        Assert.Equal(At("2026-03-02 23:00"), clock.Read().Due);
    }

    [Fact]
    public void Read_RevisionBeforeTheStart_IsRefused() => Assert.Throws<ArgumentException>(() =>
        (EightHours with { Revisions = [new TargetRevision(At("2026-03-02 08:59"), WorkingLimit.OfWorkingDays(1), TargetChange.Restart)] }).Read());

    [Fact]
    public void TryReadAsOf_DueInAYearWithoutData_NamesTheYear()
    {
        LimitClock clock = EightHours with { Start = At("2026-12-31 12:00") };

        Assert.False(clock.TryReadAsOf(Instant.MaxValue, out _, out int? year));
        Assert.Equal(2027, year);
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => clock.Read()).Year);
        Assert.Equal(2027, Assert.Throws<CalendarCoverageException>(() => (clock with { Limit = WorkingLimit.OfWorkingDays(1) }).Read()).Year);
        Assert.Equal(2031, Assert.Throws<CalendarCoverageException>(() => (EightHours with { Suspensions = Suspended(("2026-03-02 12:00", "2031-01-01 00:00")) }).Read()).Year);
    }

    [Fact]
    public void Read_SuspensionInAYearWithoutDataAfterDue_DoesNotMatter() =>
        Assert.Equal(At("2026-03-02 17:00"), (EightHours with { Suspensions = Suspended(("2030-01-01 00:00", "2031-01-01 00:00")) }).Read().Due);

    [Fact]
    public void Read_OpenSuspensionBeforeTheDataEnds_HasNoDueAndNeedsNoData()
    {
        ClockReading reading = (EightHours with { Start = At("2026-12-31 12:00"), Suspensions = Suspended(("2026-12-31 13:00", null)) }).Read();

        Assert.Equal((null, null), (reading.Due, reading.Warning));
    }

    [Fact]
    public void WorkingLimit_ImpossibleAmounts_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingLimit.Of(-Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingLimit.OfWorkingDays(0));
        Assert.Equal("5 working days", WorkingLimit.OfWorkingDays(5).ToString());
        Assert.Equal("PT8H of working time", WorkingLimit.Of(Hours(8)).ToString());
    }
}
