using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Time.Calendars;

[Properties(Arbitrary = [typeof(CalendarArbitraries)], MaxTest = 200)]
public sealed class LimitClockPropertyTests
{
    [Property]
    public void Due_SuspensionsInAnyOrderAndOverlap_IsTheSame(CalendarCase given, Moment start, Moment length, (Moment, Moment)[] suspensions, int cut)
    {
        Interval[] stretches = Stretches(given, suspensions);
        IEnumerable<Interval> pieces = stretches.SelectMany(stretch =>
        {
            Instant middle = stretch.Start + stretch.Duration * (Math.Abs((long)cut) % 100) / 100;
            return new[] { new Interval(middle, stretch.End), stretch, new Interval(stretch.Start, middle) };
        });
        LimitClock clock = Clock(given, start, length) with { Suspensions = IntervalSet.Of(stretches) };

        Assert.Equal(clock.Read(), (clock with { Suspensions = IntervalSet.Of(stretches.Reverse()) }).Read());
        Assert.Equal(clock.Read(), (clock with { Suspensions = IntervalSet.Of(pieces) }).Read());
    }

    [Property]
    public void Due_AnySuspensions_IsTheFirstInstantThatUsesTheLimitUp(CalendarCase given, Moment start, Moment length, (Moment, Moment)[] suspensions)
    {
        LimitClock clock = Clock(given, start, length) with { Suspensions = IntervalSet.Of(Stretches(given, suspensions)) };

        ClockReading reading = clock.Read();

        Assert.Equal(reading.Limit, clock.UsedAt(reading.Due!.Value));
        Assert.True(reading.Due == clock.Start || clock.UsedAt(reading.Due.Value - Duration.Epsilon) < reading.Limit);
        Assert.True(clock.Start <= reading.Warning && reading.Warning <= reading.Due);
    }

    [Property]
    public void UsedAt_AnySuspensions_IsTheOpenTimeThatIsNotSuspended(CalendarCase given, Moment start, Moment length, (Moment, Moment)[] suspensions)
    {
        LimitClock clock = Clock(given, start, length) with { Suspensions = IntervalSet.Of(Stretches(given, suspensions)) };
        Instant at = clock.Start + Duration.FromDays(9);

        IntervalSet counted = given.Calendar.OpenIntervals(new Interval(clock.Start, at)).Except(clock.Suspensions);

        Assert.Equal(counted.Aggregate(Duration.Zero, (sum, interval) => sum + interval.Duration), clock.UsedAt(at));
    }

    [Property]
    public void Due_MoreSuspended_IsNotEarlier(CalendarCase given, Moment start, Moment length, (Moment, Moment)[] suspensions, (Moment, Moment)[] more)
    {
        LimitClock clock = Clock(given, start, length) with { Suspensions = IntervalSet.Of(Stretches(given, suspensions)) };
        LimitClock longer = clock with { Suspensions = clock.Suspensions.Union(IntervalSet.Of(Stretches(given, more))) };

        Assert.True(clock.Read().Due <= longer.Read().Due);
    }

    /// <summary>S30: due at the next opening is due at closing, or the first open minute after it, whatever was suspended.</summary>
    [Property]
    public void Due_AtTheNextOpening_IsTheFirstMinuteAtWhichTheClockRuns(CalendarCase given, Moment start, Moment length)
    {
        NaiveCalendar naive = new(given.Definition);
        LimitClock clock = Clock(given, start, length);
        if (clock.Limit.Time == Duration.Zero)
        {
            return;
        }

        Instant closing = clock.Read().Due!.Value, due = (clock with { Limit = clock.Limit with { AtClosing = UsedUpAtClosing.DueAtNextOpening } }).Read().Due!.Value;

        Assert.Equal(closing, Instant.Min(closing, due));
        Assert.Equal(Duration.Zero, given.Calendar.Elapsed(closing, due));
        Assert.True(given.Calendar.IsOpen(due) && (due == closing || naive.IsOpen(due)));
    }

    /// <summary>S30: the n-th working day at the time of day of the start, by walking from day to day.</summary>
    [Property]
    public void Due_WorkingDaysToTheTimeOfStart_IsThatTimeOnTheDayThatAWalkFinds(CalendarCase given, Moment start, int days)
    {
        int count = 1 + (Math.Abs(days % 4));
        Instant from = given.At(start);
        LimitClock clock = new() { Start = from, Limit = WorkingLimit.OfWorkingDays(count, WorkingDayEnd.TimeOfStart), Calendar = given.Calendar };
        ZonedDateTime local = from.InZone(given.Definition.Zone);
        LocalDate date = local.Date;
        for (int left = count; left > 0; left -= given.Calendar.IsWorkingDay(date) ? 1 : 0)
        {
            date = date.PlusDays(1);
        }

        LocalDateTime due = date + local.TimeOfDay;
        Instant read = clock.Read().Due!.Value;

        Assert.True(read.InZone(given.Definition.Zone).LocalDateTime == due || given.Definition.Zone.MapLocal(due).Count == 0);
    }

    private static LimitClock Clock(CalendarCase given, Moment start, Moment length) => new()
    {
        Start = given.At(start),
        Limit = length.Nanoseconds % 3 == 0 ? WorkingLimit.OfWorkingDays(1 + (int)(Math.Abs(length.Nanoseconds) % 4)) : WorkingLimit.Of(Duration.FromNanoseconds(Math.Abs(length.Nanoseconds) / 24)),
        Calendar = given.Calendar,
    };

    private static Interval[] Stretches(CalendarCase given, (Moment One, Moment Two)[] suspensions) =>
        [.. suspensions.Select(pair => new Interval(Instant.Min(given.At(pair.One), given.At(pair.Two)), Instant.Max(given.At(pair.One), given.At(pair.Two))))];
}
