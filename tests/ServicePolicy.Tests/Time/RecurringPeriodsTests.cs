using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Time;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Time;

[Properties(Arbitrary = [typeof(PeriodsArbitraries)], MaxTest = 1000)]
public sealed class RecurringPeriodsTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Property]
    public void At_AnyInstant_IsThePeriodOfTheNaiveWalk(PeriodsCase given) => Assert.Equal(NaivePeriods.Of(given), given.Periods.At(given.At));

    [Property]
    public void At_ItsEdges_IsTheSameAndTheNeighbours(PeriodsCase given)
    {
        Interval period = given.Periods.At(given.At);

        Assert.Equal(period, given.Periods.At(period.Start));
        Assert.Equal(period, given.Periods.At(period.End - Duration.Epsilon));
        Assert.Equal(period.End, given.Periods.At(period.End).Start);
        Assert.Equal(period.Start, given.Periods.At(period.Start - Duration.Epsilon).End);
    }

    [Property]
    public void Within_AnyWindow_HasThePeriodsThatItTouches(PeriodsCase given, PeriodsCase other)
    {
        Interval window = new(given.At, given.At + Duration.FromMinutes(Math.Abs(other.At.ToUnixTimeSeconds() % 1_000_000)));

        Interval[] periods = [.. given.Periods.Within(window)];

        Assert.Equal(window.Start == window.End, periods.Length == 0);
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        if (periods.Length > 0)
        {
            Assert.Equal(given.Periods.At(window.Start), periods[0]);
            Assert.Equal(given.Periods.At(window.End - Duration.Epsilon), periods[^1]);
        }
    }

    [Theory]
    [InlineData(Cadence.Daily, "2028-02-29T10:00:00+08:00", "2028-02-29T00:00:00+08:00", "2028-03-01T00:00:00+08:00")]
    [InlineData(Cadence.Weekly, "2027-01-01T12:00:00+08:00", "2026-12-28T00:00:00+08:00", "2027-01-04T00:00:00+08:00")]
    [InlineData(Cadence.Monthly, "2026-04-30T15:59:59.999999999Z", "2026-04-01T00:00:00+08:00", "2026-05-01T00:00:00+08:00")]
    [InlineData(Cadence.Monthly, "2026-04-30T16:00:00Z", "2026-05-01T00:00:00+08:00", "2026-06-01T00:00:00+08:00")]
    [InlineData(Cadence.Quarterly, "2026-02-14T12:00:00+08:00", "2026-01-01T00:00:00+08:00", "2026-04-01T00:00:00+08:00")]
    [InlineData(Cadence.HalfYearly, "2026-06-30T23:59:59.999999999+08:00", "2026-01-01T00:00:00+08:00", "2026-07-01T00:00:00+08:00")]
    [InlineData(Cadence.HalfYearly, "2026-07-01T00:00:00+08:00", "2026-07-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00")]
    public void At_InShanghai_IsThePeriodOfItsCalendar(Cadence cadence, string at, string start, string end) =>
        Assert.Equal(new Interval(Parse(start), Parse(end)), RecurringPeriods.Of(cadence, Shanghai).At(Parse(at)));

    [Fact]
    public void At_DayOfTwentyFiveHours_IsTheLocalDay() =>
        Assert.Equal(Duration.FromHours(25), RecurringPeriods.Of(Cadence.Daily, London).At(Parse("2026-10-25T23:30:00Z")).Duration);

    [Theory]
    [InlineData("2026-03-29T22:59:59.999999999Z", "2026-03-16T00:00:00Z", "2026-03-29T23:00:00Z")]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-29T23:00:00Z", "2026-04-12T23:00:00Z")]
    [InlineData("2026-03-15T12:00:00Z", "2026-03-02T00:00:00Z", "2026-03-16T00:00:00Z")]
    public void OfWeeks_ClocksGoOn_CountsLocalDays(string at, string start, string end) =>
        Assert.Equal(new Interval(Parse(start), Parse(end)), RecurringPeriods.OfWeeks(2, new LocalDate(2026, 3, 16), London).At(Parse(at)));

    [Theory]
    [InlineData("2006-10-29T02:31:00Z", "2006-10-29T02:30:00Z", "2006-10-30T03:30:00Z")]
    [InlineData("2006-10-29T03:00:00Z", "2006-10-29T02:30:00Z", "2006-10-30T03:30:00Z")]
    [InlineData("2006-10-29T02:29:59.999999999Z", "2006-10-28T02:30:00Z", "2006-10-29T02:30:00Z")]
    public void At_ClocksGoBackOverMidnight_BeginsAtTheFirstMidnight(string at, string start, string end) =>
        Assert.Equal(new Interval(Parse(start), Parse(end)), RecurringPeriods.Of(Cadence.Daily, DateTimeZoneProviders.Tzdb["America/St_Johns"]).At(Parse(at)));

    [Fact]
    public void Within_DayThatTheZoneLeavesOut_HasNoPeriod()
    {
        RecurringPeriods days = RecurringPeriods.Of(Cadence.Daily, DateTimeZoneProviders.Tzdb["Pacific/Apia"]);

        Assert.Equal(
            [new Interval(Parse("2011-12-29T10:00:00Z"), Parse("2011-12-30T10:00:00Z")), new Interval(Parse("2011-12-30T10:00:00Z"), Parse("2011-12-31T10:00:00Z"))],
            days.Within(new Interval(Parse("2011-12-30T00:00:00Z"), Parse("2011-12-30T12:00:00Z"))));
    }

    [Fact]
    public void Within_OpenWindow_IsMadeAsItIsAskedFor()
    {
        RecurringPeriods days = RecurringPeriods.Of(Cadence.Daily, Shanghai);

        Interval first = days.Within(new Interval(null, null)).First();

        Assert.False(first.HasStart);
        Assert.Equal(first.End, days.Within(new Interval(null, null)).Skip(1).First().Start);
    }

    [Theory]
    [InlineData("Etc/GMT-14")]
    [InlineData("Etc/GMT+12")]
    public void At_EndsOfTime_IsOpenThere(string zone)
    {
        foreach (Cadence cadence in Enum.GetValues<Cadence>())
        {
            RecurringPeriods periods = RecurringPeriods.Of(cadence, DateTimeZoneProviders.Tzdb[zone]);
            Interval first = periods.At(Instant.MinValue), last = periods.At(Instant.MaxValue);
            Assert.Equal((false, true, true, false), (first.HasStart, first.HasEnd, last.HasStart, last.HasEnd));
            Assert.Equal(first, periods.At(first.End - Duration.Epsilon));
            Assert.Equal(last, periods.At(last.Start));
            Assert.Equal([last], periods.Within(new Interval(last.Start, null)));
        }
    }

    [Fact]
    public void OfWeeks_NoneOrTooMany_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringPeriods.OfWeeks(0, new LocalDate(2026, 1, 5), London));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringPeriods.OfWeeks(521, new LocalDate(2026, 1, 5), London));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurringPeriods.Of((Cadence)99, London));
    }

    private static Instant Parse(string text) => OffsetDateTimePattern.Rfc3339.Parse(text).Value.ToInstant();
}
