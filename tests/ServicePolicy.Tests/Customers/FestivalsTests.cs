using System.Globalization;
using NodaTime;
using ServicePolicy.Customers;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Customers;

public sealed class FestivalsTests
{
    [Fact]
    public void GetDate_MidAutumn_IsThatOfTheChineseCalendar()
    {
        ChineseLunisolarCalendar chinese = new();
        Assert.True(Festivals.FirstYear <= 2007 && Festivals.LastYear >= 2050);
        Assert.All(Enumerable.Range(Festivals.FirstYear, Festivals.LastYear - Festivals.FirstYear + 1), year =>
        {
            // Leap months count: from the leap month on, the eighth month is the ninth in the row.
            int month = chinese.GetLeapMonth(year) is > 0 and <= 8 ? 9 : 8;
            Assert.Equal(LocalDate.FromDateTime(chinese.ToDateTime(year, month, 15, 0, 0, 0, 0)), Festivals.GetDate(Festival.MidAutumn, year));
        });
    }

    /// <summary>Since 2008 the day is a public holiday; a holiday on a Saturday or Sunday is one of the days off all the same.</summary>
    [Fact]
    public void GetDate_MidAutumn_IsADayOff() => Assert.All(
        Enumerable.Range(2008, ChinaHolidays.LastYear - 2007),
        year => Assert.Contains(Festivals.GetDate(Festival.MidAutumn, year), ChinaHolidays.DaysOff.Concat(Weekends(year))));

    [Theory]
    [InlineData(Festival.WomensDay, 2026, "2026-03-08")]
    [InlineData(Festival.ChildrensDay, 2026, "2026-06-01")]
    [InlineData(Festival.TeachersDay, 2026, "2026-09-10")]
    [InlineData(Festival.MothersDay, 2026, "2026-05-10")]
    [InlineData(Festival.MothersDay, 2022, "2022-05-08")]
    [InlineData(Festival.MothersDay, 2033, "2033-05-08")]
    [InlineData(Festival.MothersDay, 2028, "2028-05-14")]
    [InlineData(Festival.MidAutumn, 2026, "2026-09-25")]
    public void GetDate_Festival_IsThatDay(Festival festival, int year, string date) =>
        Assert.Equal(date, Festivals.GetDate(festival, year).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(Festival.MidAutumn, 2006)]
    [InlineData(Festival.MidAutumn, 2051)]
    [InlineData(Festival.WomensDay, 10000)]
    [InlineData((Festival)99, 2026)]
    public void GetDate_NotKnown_IsRefused(Festival festival, int year)
    {
        Assert.False(Festivals.TryGetDate(festival, year, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Festivals.GetDate(festival, year));
    }

    [Fact]
    public void GetDate_OtherFestivals_NeedNoData() => Assert.All(
        Enum.GetValues<Festival>().Where(festival => festival != Festival.MidAutumn),
        festival => Assert.True(Festivals.TryGetDate(festival, 1999, out _) && Festivals.TryGetDate(festival, 2199, out _)));

    private static IEnumerable<LocalDate> Weekends(int year) =>
        Enumerable.Range(0, 366).Select(new LocalDate(year, 1, 1).PlusDays).Where(date => date.DayOfWeek >= IsoDayOfWeek.Saturday);
}
