using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class CalendarArbitrariesTests
{
    private static readonly CalendarCase[] Cases = [.. CalendarArbitraries.Cases().Generator.Sample(600, new Rnd(20261122, 1), 40)];

    [Fact]
    public void Cases_Generated_CoverEveryZoneAndForm()
    {
        Assert.Equal(CalendarArbitraries.Zones.Order(), Cases.Select(one => one.Definition.Zone.Id).Distinct().Order());
        Assert.Contains(Cases, one => one.Definition.Holidays.Count > 1);
        Assert.Contains(Cases, one => one.Definition.MakeUpDays.Any(day => day.HoursOf is null));
        Assert.Contains(Cases, one => one.Definition.MakeUpDays.Any(day => day.HoursOf is not null));
        Assert.Contains(Cases, one => one.Definition.Openings.Any(opening => one.Definition.Holidays.Contains(opening.Date)));
        Assert.Contains(Windows, window => window.ToString().EndsWith("24:00", StringComparison.Ordinal));
        Assert.Contains(Windows, window => window.EndsNextDay && window.End > LocalTime.Midnight);
        Assert.Contains(Cases, one => one.Definition.Week[IsoDayOfWeek.Monday].Count == 3);
    }

    [Fact]
    public void Cases_Generated_OftenLieWhereClocksChange() => Assert.InRange(
        Cases.Count(one => one.Definition.Zone.GetZoneIntervals(one.At(new Moment(0)), one.At(new Moment(0)) + Duration.FromDays(1)).Count() > 1), Cases.Length / 5, Cases.Length);

    [Fact]
    public void Cases_GeneratedAndShrunk_CanAllBeMade()
    {
        foreach (CalendarCase one in Cases.Concat(Cases.Take(50).SelectMany(CalendarArbitraries.Cases().Shrinker)))
        {
            Assert.Equal(one.Definition.Key, one.Calendar.Key);
        }
    }

    private static IEnumerable<OpeningWindow> Windows => Cases.SelectMany(one => one.Definition.Week[IsoDayOfWeek.Monday]);
}
