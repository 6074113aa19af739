using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Time.Calendars;

[Properties(Arbitrary = [typeof(CalendarArbitraries)], MaxTest = 300)]
public sealed class WorkingCalendarPropertyTests
{
    [Property]
    public void Elapsed_RangeCutAnywhere_IsTheSumOfItsParts(CalendarCase given, Moment one, Moment two, Moment three)
    {
        (Instant a, Instant b, Instant c) = InOrder(given, one, two, three);

        Assert.Equal(given.Calendar.Elapsed(a, c), given.Calendar.Elapsed(a, b) + given.Calendar.Elapsed(b, c));
    }

    [Property]
    public void Elapsed_LongerRange_IsNoLess(CalendarCase given, Moment one, Moment two, Moment three)
    {
        (Instant a, Instant b, Instant c) = InOrder(given, one, two, three);

        Assert.True(given.Calendar.Elapsed(a, b) <= given.Calendar.Elapsed(a, c));
        Assert.True(given.Calendar.Elapsed(b, c) <= given.Calendar.Elapsed(a, c));
        Assert.True(given.Calendar.Elapsed(a, c) <= c - a);
    }

    [Property]
    public void Elapsed_UpToWhatWasAdded_GivesItBack(CalendarCase given, Moment start, Moment length)
    {
        (Instant from, Duration working) = (given.At(start), Length(length));

        Instant reached = given.Calendar.Add(from, working);

        Assert.Equal(working, given.Calendar.Elapsed(from, reached));
    }

    [Property]
    public void Add_OneTickBeforeTheResult_HasNotReachedIt(CalendarCase given, Moment start, Moment length)
    {
        (Instant from, Duration working) = (given.At(start), Length(length) + Duration.Epsilon);

        Instant reached = given.Calendar.Add(from, working);

        Assert.True(reached > from);
        Assert.Equal(working - Duration.Epsilon, given.Calendar.Elapsed(from, reached - Duration.Epsilon));
    }

    [Property]
    public void Add_LaterOrMore_IsNotEarlier(CalendarCase given, Moment one, Moment two, Moment length, Moment longer)
    {
        (Instant a, Instant b, _) = InOrder(given, one, two, two);
        (Duration less, Duration more) = (Length(length), Length(length) + Length(longer));

        Assert.True(given.Calendar.Add(a, less) <= given.Calendar.Add(b, less));
        Assert.True(given.Calendar.Add(a, less) <= given.Calendar.Add(a, more));
        Assert.Equal(given.Calendar.Add(a, more), given.Calendar.Add(given.Calendar.Add(a, less), Length(longer)));
        Assert.Equal(a, given.Calendar.Add(a, Duration.Zero));
    }

    [Property]
    public void OpenIntervals_AnyWindow_AreWhereItIsOpenAndAddUp(CalendarCase given, Moment one, Moment two, Moment three)
    {
        (Instant a, Instant b, Instant c) = InOrder(given, one, two, three);

        IntervalSet open = given.Calendar.OpenIntervals(new Interval(a, c));

        Assert.Equal(given.Calendar.Elapsed(a, c), open.Aggregate(Duration.Zero, (sum, interval) => sum + interval.Duration));
        Assert.Equal(b < c && given.Calendar.IsOpen(b), open.Contains(b));
        if (open.FirstAtOrAfter(b) is { } opening)
        {
            Assert.Equal(opening, given.Calendar.NextOpening(b));
        }
    }

    [Property]
    public void NextOpening_AnyInstant_IsOpenWithNothingOpenBefore(CalendarCase given, Moment moment)
    {
        Instant at = given.At(moment);

        Instant opening = given.Calendar.NextOpening(at);

        Assert.True(given.Calendar.IsOpen(opening));
        Assert.Equal(Duration.Zero, given.Calendar.Elapsed(at, opening));
        Assert.Equal(given.Calendar.IsOpen(at), at == opening);
    }

    [Property(MaxTest = 150)]
    public void Calendar_MinuteByMinute_AgreesWithTheNaiveWalker(CalendarCase given, Moment one, Moment two)
    {
        (Instant a, Instant b, _) = InOrder(given, one, two, two);
        (Instant from, Instant to) = (Minute(a), Minute(b));
        NaiveCalendar naive = new(given.Definition);

        int minutes = naive.Minutes(from, to);

        Assert.Equal(Duration.FromMinutes(minutes), given.Calendar.Elapsed(from, to));
        for (Instant minute = from; minute < to; minute += Duration.FromMinutes(47))
        {
            Assert.Equal(naive.IsOpen(minute), given.Calendar.IsOpen(minute));
        }
    }

    [Property]
    public void Calendar_WhereClocksChange_AgreesWithTheNaiveWalker(CalendarCase given)
    {
        Instant from = Minute(given.At(new Moment(-6 * NodaConstants.NanosecondsPerHour)));
        NaiveCalendar naive = new(given.Definition);

        for (int quarter = 0; quarter < 36 * 4; quarter++)
        {
            Instant start = from + Duration.FromMinutes(15 * quarter), end = start + Duration.FromMinutes(15);
            Assert.Equal(Duration.FromMinutes(naive.Minutes(start, end)), given.Calendar.Elapsed(start, end));
        }
    }

    [Property(MaxTest = 150)]
    public void AddWorkingDays_DayByDay_AgreesWithTheNaiveWalker(CalendarCase given, Moment moment)
    {
        Instant trigger = given.At(moment);
        NaiveCalendar naive = new(given.Definition);

        foreach (int days in new[] { 1, 2, 5 })
        {
            Assert.Equal(naive.CloseOfBusiness(trigger, days), given.Calendar.AddWorkingDays(trigger, days));
        }
    }

    private static (Instant, Instant, Instant) InOrder(CalendarCase given, params Moment[] moments)
    {
        Instant[] order = [.. moments.Select(given.At).Order()];
        return (order[0], order[1], order[2]);
    }

    private static Instant Minute(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 60 * 60);

    /// <summary>Up to twelve hours of working time.</summary>
    private static Duration Length(Moment moment) => Duration.FromNanoseconds(Math.Abs(moment.Nanoseconds) / 24);
}
