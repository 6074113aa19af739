using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Time.Calendars;

[Properties(Arbitrary = [typeof(CalendarArbitraries)], MaxTest = 200)]
public sealed class CombinedCalendarPropertyTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Property(MaxTest = 80)]
    public void Combined_MinuteByMinute_IsOpenAsTheWordsSay(CalendarCase given, CalendarCase second, Moment moment)
    {
        CalendarCase other = Beside(given, second);
        NaiveCalendar one = new(given.Definition), two = new(other.Definition);
        WorkingCalendar union = given.Calendar.Union("u", other.Calendar), both = given.Calendar.Intersect("i", other.Calendar), rest = given.Calendar.Except("d", other.Calendar);
        Instant from = Instant.FromUnixTimeSeconds(given.At(moment).ToUnixTimeSeconds() / 60 * 60);

        for (Instant minute = from; minute < from + Duration.FromHours(30); minute += Minute)
        {
            (bool first, bool another) = (one.IsOpen(minute), two.IsOpen(minute));
            Assert.Equal(first || another, union.IsOpen(minute));
            Assert.Equal(first && another, both.IsOpen(minute));
            Assert.Equal(first && !another, rest.IsOpen(minute));
        }
    }

    [Property]
    public void Combined_OpenIntervals_AreThoseOfTheSets(CalendarCase given, CalendarCase second)
    {
        CalendarCase other = Beside(given, second);
        Interval window = Around(given);
        (IntervalSet one, IntervalSet two) = (given.Calendar.OpenIntervals(window), other.Calendar.OpenIntervals(window));

        Assert.Equal(one.Union(two), given.Calendar.Union("u", other.Calendar).OpenIntervals(window));
        Assert.Equal(one.Intersect(two), given.Calendar.Intersect("i", other.Calendar).OpenIntervals(window));
        Assert.Equal(one.Except(two), given.Calendar.Except("d", other.Calendar).OpenIntervals(window));
    }

    [Property]
    public void Combined_OrderOfTheTwo_IsOfNoMatter(CalendarCase given, CalendarCase second)
    {
        CalendarCase other = Beside(given, second);

        AssertSame(given, given.Calendar.Union("u", other.Calendar), other.Calendar.Union("u", given.Calendar));
        AssertSame(given, given.Calendar.Intersect("i", other.Calendar), other.Calendar.Intersect("i", given.Calendar));
    }

    [Property]
    public void Combined_WithItselfOrWithAllTime_IsItself(CalendarCase given)
    {
        WorkingCalendar always = WorkingCalendar.AlwaysOpen("always", given.Definition.Zone);

        AssertSame(given, given.Calendar, given.Calendar.Union("u", given.Calendar));
        AssertSame(given, given.Calendar, given.Calendar.Intersect("i", given.Calendar));
        AssertSame(given, given.Calendar, given.Calendar.Intersect("i", always));
        AssertSame(given, given.Calendar, always.Intersect("i", given.Calendar));
        Assert.Throws<CalendarNeverOpensException>(() => given.Calendar.Except("d", given.Calendar).NextOpening(given.At(default)));
    }

    [Property]
    public void Combined_Windows_CanBeWrittenAndMakeTheWorkingDays(CalendarCase given, CalendarCase second)
    {
        CalendarCase other = Beside(given, second);
        WorkingCalendar[] all = [given.Calendar.Union("u", other.Calendar), given.Calendar.Intersect("i", other.Calendar), given.Calendar.Except("d", other.Calendar)];

        foreach (WorkingCalendar calendar in all)
        {
            for (LocalDate date = given.Focus.PlusDays(-15); date < given.Focus.PlusDays(15); date = date.PlusDays(1))
            {
                Assert.All(calendar.WindowsOn(date), window =>
                {
                    Assert.True(OpeningWindow.TryParse(window.ToString(), out OpeningWindow? read));
                    Assert.Equal(window, read);
                });
            }

            CalendarDefinition again = given.Definition with
            {
                Week = WeeklyHours.Closed,
                Holidays = [],
                MakeUpDays = [],
                Openings = [.. Enumerable.Range(-15, 31).Select(day => given.Focus.PlusDays(day)).Where(date => calendar.WindowsOn(date).Count > 0)
                    .Select(date => new ExceptionalOpening(date, [.. calendar.WindowsOn(date)]))],
            };
            if (again.Openings.Count > 0)
            {
                // Three days from the ends: in Apia there was no 30 December 2011, and the night before the first date is not written.
                Interval inside = new(Around(given).Start + Duration.FromDays(3), Around(given).End - Duration.FromDays(3));
                Assert.Equal(WorkingCalendar.Create(again).OpenIntervals(inside), calendar.OpenIntervals(inside));
            }
        }
    }

    [Property]
    public void LatestStart_OfWhatIsAdded_IsTheLastThatIsInTime(CalendarCase given, Moment moment, Moment length)
    {
        Instant deadline = given.At(moment);
        Duration working = Length(length) + Duration.Epsilon;

        Instant start = given.Calendar.LatestStart(deadline, working);

        Assert.True(given.Calendar.Add(start, working) <= deadline);
        Assert.True(given.Calendar.Add(start + Duration.Epsilon, working) > deadline);
        Assert.Equal(working, given.Calendar.Elapsed(start, deadline));
        Assert.True(given.Calendar.IsOpen(start));
    }

    [Property]
    public void LatestStart_RoundTrip_GivesBackTheStartOrTheNextOpening(CalendarCase given, Moment moment, Moment length)
    {
        Instant start = given.At(moment);
        Duration working = Length(length) + Duration.Epsilon;

        Assert.Equal(given.Calendar.NextOpening(start), given.Calendar.LatestStart(given.Calendar.Add(start, working), working));
        Assert.Equal(start, given.Calendar.LatestStart(start, Duration.Zero));
    }

    [Property(MaxTest = 80)]
    public void LatestStart_MinuteByMinute_AgreesWithTheNaiveWalker(CalendarCase given, Moment moment, byte minutes)
    {
        NaiveCalendar naive = new(given.Definition);
        Instant deadline = Instant.FromUnixTimeSeconds(given.At(moment).ToUnixTimeSeconds() / 60 * 60), walked = deadline;
        for (int left = minutes; left > 0;)
        {
            walked -= Minute;
            left -= naive.IsOpen(walked) ? 1 : 0;
        }

        Assert.Equal(walked, given.Calendar.LatestStart(deadline, Duration.FromMinutes(minutes)));
    }

    private static void AssertSame(CalendarCase given, WorkingCalendar expected, WorkingCalendar actual)
    {
        Assert.Equal(expected.Coverage, actual.Coverage);
        Assert.Equal(expected.OpenIntervals(Around(given)), actual.OpenIntervals(Around(given)));
        for (int day = -14; day < 14; day++)
        {
            Instant noon = given.At(new Moment(day * NodaConstants.NanosecondsPerDay + 12 * NodaConstants.NanosecondsPerHour));
            Assert.Equal(NextClose(expected, noon), NextClose(actual, noon));
            Assert.Equal(expected.IsWorkingDay(given.Focus.PlusDays(day)), actual.IsWorkingDay(given.Focus.PlusDays(day)));
        }
    }

    /// <summary>The close of business on the next working day; none where the calendar never opens.</summary>
    private static Instant? NextClose(WorkingCalendar calendar, Instant instant)
    {
        try
        {
            return calendar.TryAddWorkingDays(instant, 1, out Instant close, out _) ? close : null;
        }
        catch (CalendarNeverOpensException)
        {
            return null;
        }
    }

    private static Interval Around(CalendarCase given) => new(
        given.At(new Moment(-16 * NodaConstants.NanosecondsPerDay)), given.At(new Moment(16 * NodaConstants.NanosecondsPerDay)));

    /// <summary>The second calendar in the zone, the years and about the date of the first.</summary>
    private static CalendarCase Beside(CalendarCase given, CalendarCase second)
    {
        int days = Period.DaysBetween(second.Focus, given.Focus);
        CalendarDefinition other = second.Definition;
        return new CalendarCase(
            other with
            {
                Key = "other",
                Zone = given.Definition.Zone,
                RepeatedTimes = given.Definition.RepeatedTimes,
                FirstYear = given.Definition.FirstYear,
                LastYear = given.Definition.LastYear,
                Holidays = [.. other.Holidays.Select(date => date.PlusDays(days))],
                MakeUpDays = [.. other.MakeUpDays.Select(day => day with { Date = day.Date.PlusDays(days) })],
                Openings = [.. other.Openings.Select(opening => opening with { Date = opening.Date.PlusDays(days) })],
            },
            given.Focus);
    }

    /// <summary>Up to twelve hours of working time.</summary>
    private static Duration Length(Moment moment) => Duration.FromNanoseconds(Math.Abs(moment.Nanoseconds) / 24);
}
