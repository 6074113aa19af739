using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class ChinaHolidaysTests
{
    [Fact]
    public void Days_RecomputedFromTheNotices_AreTheSame()
    {
        string? folder = Folders(AppContext.BaseDirectory).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(folder is null, "Nothing was compared: there is no folder shared/data/holiday-cn above the tests.");

        Dictionary<LocalDate, bool> off = [];
        foreach (string file in Directory.GetFiles(folder!, "????.json"))
        {
            using JsonDocument notice = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement day in notice.RootElement.GetProperty("days").EnumerateArray())
            {
                LocalDate date = LocalDatePattern.Iso.Parse(day.GetProperty("date").GetString()!).Value;
                bool isOff = day.GetProperty("isOffDay").GetBoolean();
                Assert.Equal(isOff, off.GetValueOrDefault(date, isOff));
                off[date] = isOff;
            }
        }

        LocalDate[] covered = [.. off.Keys.Where(date => date.Year is >= ChinaHolidays.FirstYear and <= ChinaHolidays.LastYear).Order()];
        Assert.Equal(covered.Where(date => off[date]), ChinaHolidays.DaysOff);
        Assert.Equal(covered.Where(date => !off[date]), ChinaHolidays.MakeUpDays);
    }

    [Fact]
    public void Days_EveryYear_AreInOrderAndNeverBoth()
    {
        Assert.Equal(ChinaHolidays.DaysOff.Distinct().Order(), ChinaHolidays.DaysOff);
        Assert.Equal(ChinaHolidays.MakeUpDays.Distinct().Order(), ChinaHolidays.MakeUpDays);
        Assert.Empty(ChinaHolidays.DaysOff.Intersect(ChinaHolidays.MakeUpDays));
        Assert.Equal(Enumerable.Range(2007, 20), ChinaHolidays.DaysOff.Select(date => date.Year).Distinct());
        Assert.Equal(Enumerable.Range(2007, 20), ChinaHolidays.MakeUpDays.Select(date => date.Year).Distinct());
        Assert.Equal(Day(2020, 2, 3), Assert.Single(ChinaHolidays.MakeUpDays, date => date.DayOfWeek < IsoDayOfWeek.Saturday));
    }

    [Theory]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    [InlineData("2007-12-29", true)]
    [InlineData("2007-12-31", false)]
    public void Create_DaysAboutAHoliday_AreWorkedOrNot(string date, bool working) =>
        Assert.Equal(working, ChinaCalendar.Create("hall", Window("09:00-17:00")).IsWorkingDay(LocalDatePattern.Iso.Parse(date).Value));

    [Fact]
    public void Define_HallOpenAllWeek_TakesOrdinaryHoursOnMakeUpDaysAndOpeningsOfItsOwn()
    {
        WorkingCalendar hall = WorkingCalendar.Create(
            ChinaCalendar.Define("hall", WeeklyHours.MondayToFriday(Window("08:30-18:00")).With(IsoDayOfWeek.Saturday, Window("10:00-16:00")), 2025, 2026) with
            {
                Openings = [new ExceptionalOpening(Day(2026, 2, 20), Window("10:00-12:00"))],
            });

        Assert.Equal([Window("08:30-18:00")], hall.WindowsOn(Day(2026, 2, 14)));
        Assert.Equal([Window("10:00-16:00")], hall.WindowsOn(Day(2026, 3, 7)));
        Assert.Equal([Window("10:00-12:00")], hall.WindowsOn(Day(2026, 2, 20)));
        Assert.Empty(hall.WindowsOn(Day(2026, 2, 21)));
        Assert.Equal(2024, Assert.Throws<CalendarCoverageException>(() => hall.WindowsOn(Day(2024, 12, 31))).Year);
    }

    [Fact]
    public void Define_YearsWithoutData_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChinaCalendar.Define("hall", WeeklyHours.Closed, 2006, 2026));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChinaCalendar.Define("hall", WeeklyHours.Closed, 2026, 2027));
    }

    private static IEnumerable<string> Folders(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data", "holiday-cn");
        }
    }
}
