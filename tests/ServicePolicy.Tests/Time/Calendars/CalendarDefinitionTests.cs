using NodaTime;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class CalendarDefinitionTests
{
    [Fact]
    public void Create_ManyMistakes_ReportsAllOfThemTogether()
    {
        CalendarDefinition definition = Plain with
        {
            Week = WeeklyHours.MondayToFriday(Window("09:00-12:00"), Window("11:00-17:00"))
                .With(IsoDayOfWeek.Saturday, OpeningWindow.Between(new(17, 0), new(9, 0)), OpeningWindow.OverMidnight(new(8, 0), new(9, 0)))
                .With(IsoDayOfWeek.Sunday, Window("22:00-10:00")),
            Holidays = [Day(2027, 1, 1), Day(2026, 5, 1)],
            MakeUpDays = [new MakeUpDay(Day(2026, 5, 1)), new MakeUpDay(Day(2026, 5, 9), IsoDayOfWeek.None), new MakeUpDay(Day(2026, 5, 9))],
            Openings = [new ExceptionalOpening(Day(2026, 5, 9)), new ExceptionalOpening(Day(2026, 6, 1), Window("09:00-10:00")), new ExceptionalOpening(Day(2026, 6, 1), Window("10:00-11:00"))],
        };

        CalendarDefinitionException error = Assert.Throws<CalendarDefinitionException>(() => WorkingCalendar.Create(definition));

        Assert.Equal(
            [
                "SP0024: Calendar 'hall': On Monday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0024: Calendar 'hall': On Tuesday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0024: Calendar 'hall': On Wednesday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0024: Calendar 'hall': On Thursday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0024: Calendar 'hall': On Friday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0023: Calendar 'hall': On Saturday: Window 08:00-09:00 of the next day is longer than 24 hours. Divide it between the days.",
                "SP0023: Calendar 'hall': On Saturday: Window 17:00-09:00 does not end after it starts. Exchange the times, or write 00:00-24:00 for a whole day.",
                "SP0024: Calendar 'hall': Windows 22:00-10:00 of Sunday and 09:00-12:00 of Monday overlap. Let one end where the other starts.",
                "SP0028: Calendar 'hall': The exceptional opening of 2026-05-09 has no windows. Give it some, or name the date as a holiday.",
                "SP0028: Calendar 'hall': Make-up day 2026-05-09 takes the hours of None, which has none. Name an open day of the week.",
                "SP0027: Calendar 'hall': 2026-05-01 is both a holiday and a make-up day. Take one out, or close it with ClosedOn.",
                "SP0027: Calendar 'hall': 2026-05-09 is a make-up day twice. Take one out.",
                "SP0027: Calendar 'hall': 2026-05-09 is both a make-up day and an exceptional opening. Take one out, or open it with OpenOn.",
                "SP0027: Calendar 'hall': 2026-06-01 is an exceptional opening twice. Put its windows together.",
                "SP0026: Calendar 'hall': 2027-01-01 is outside the years 2024 to 2026 that it covers. Extend them, or take the date out.",
            ],
            error.Errors.Select(mistake => mistake.ToString()));
        Assert.StartsWith("The working calendar cannot be made. SP0024: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_EmptyWeek_IsRefused() => Assert.Equal(
        ["SP0020: Calendar ' ': It has no key. Name it, so that facts can.", "SP0025: Calendar ' ': It has no window on any day. Give it weekly hours or openings."],
        Mistakes(Define(WeeklyHours.Closed) with { Key = " " }));

    [Theory]
    [InlineData(2026, 2025, "It covers 2026 to 2025: the last year is before the first. Exchange them.")]
    [InlineData(0, 1, "It covers 0 to 1. Years from 1 to 9998 can be covered.")]
    [InlineData(9998, 9999, "It covers 9998 to 9999. Years from 1 to 9998 can be covered.")]
    [InlineData(1900, 2100, "It covers 1900 to 2100. At most 200 years can be covered.")]
    public void Create_ImpossibleYears_AreRefused(int first, int last, string message) =>
        Assert.Equal([$"SP0022: Calendar 'hall': {message}"], Mistakes(Plain with { FirstYear = first, LastYear = last, Holidays = [Day(2026, 1, 1)] }));

    [Theory]
    [InlineData(1, 200)]
    [InlineData(9799, 9998)]
    public void Create_MostYearsThereCanBe_AreExact(int first, int last)
    {
        WorkingCalendar calendar = WorkingCalendar.Create(Define(WeeklyHours.EveryDay(OpeningWindow.WholeDay)) with { FirstYear = first, LastYear = last });

        Assert.Equal(calendar.Coverage.Duration, calendar.Elapsed(calendar.Coverage.Start, calendar.Coverage.End));
        Assert.Equal(calendar.Coverage.End, calendar.Add(calendar.Coverage.Start, calendar.Coverage.Duration));
    }

    /// <summary>What the open days from Monday to Friday have in common is ordinary; a day that is closed has no say.</summary>
    [Fact]
    public void Create_MakeUpDayOfAWeekWithAClosedDay_HasTheHoursOfTheOthers()
    {
        CalendarDefinition definition = Define(WeeklyHours.MondayToFriday(Window("09:00-17:00")).With(IsoDayOfWeek.Friday).With(IsoDayOfWeek.Sunday, Window("10:00-12:00"))) with { MakeUpDays = [new MakeUpDay(Day(2026, 3, 7))] };

        Assert.Equal([Window("09:00-17:00")], WorkingCalendar.Create(definition).WindowsOn(Day(2026, 3, 7)));
        Assert.Throws<CalendarDefinitionException>(() => WorkingCalendar.Create(definition with { Week = definition.Week.With(IsoDayOfWeek.Monday, Window("08:00-17:00")) }));
        Assert.Throws<CalendarDefinitionException>(() => WorkingCalendar.Create(definition with { Week = WeeklyHours.Closed.With(IsoDayOfWeek.Sunday, Window("10:00-12:00")) }));
    }

    [Fact]
    public void Create_MakeUpDayOfAWeekOfOneDay_HasItsHours() => Assert.Equal(
        [Window("09:00-12:00")],
        WorkingCalendar.Create(Define(WeeklyHours.Closed.With(IsoDayOfWeek.Wednesday, Window("09:00-12:00"))) with { MakeUpDays = [new MakeUpDay(Day(2026, 3, 7))] }).WindowsOn(Day(2026, 3, 7)));

    [Fact]
    public void Create_FromNothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("definition", () => WorkingCalendar.Create(null!));
        Assert.Throws<ArgumentException>("key", () => WorkingCalendar.AlwaysOpen(" ", DateTimeZone.Utc));
        Assert.Throws<ArgumentNullException>("zone", () => WorkingCalendar.AlwaysOpen("always", null!));
        Assert.Throws<ArgumentNullException>("windows", () => WeeklyHours.Closed.With(IsoDayOfWeek.Monday, null!));
    }

    [Fact]
    public void Create_MakeUpDayWithoutOrdinaryHours_IsRefusedAndNotGuessed()
    {
        CalendarDefinition definition = Plain with
        {
            Week = WeeklyHours.MondayToFriday(Window("09:00-17:00")).With(IsoDayOfWeek.Friday, Window("09:00-12:00")),
            MakeUpDays = [new MakeUpDay(Day(2026, 3, 7))],
        };

        Assert.Equal(
            ["SP0028: Calendar 'hall': Make-up days, the first on 2026-03-07, take the ordinary hours, and Monday to Friday do not share any. Set the ordinary hours, or name a day of the week."],
            Mistakes(definition));
        Assert.Equal([Window("10:00-11:00")], WorkingCalendar.Create(definition with { OrdinaryHours = [Window("10:00-11:00")] }).WindowsOn(Day(2026, 3, 7)));
        Assert.Equal([Window("09:00-12:00")], WorkingCalendar.Create(definition with { MakeUpDays = [new MakeUpDay(Day(2026, 3, 7), IsoDayOfWeek.Friday)] }).WindowsOn(Day(2026, 3, 7)));
    }

    [Fact]
    public void Create_WindowsThatTouch_AreNoOverlap() =>
        Assert.Equal(Duration.FromDays(7), WorkingCalendar.Create(Define(WeeklyHours.EveryDay(Window("12:00-06:00"), Window("06:00-12:00"))))
            .Elapsed(At("2026-03-02 00:00"), At("2026-03-09 00:00")));

    [Fact]
    public void Create_ListsChangedAfterwards_DoNotChangeTheCalendar()
    {
        List<LocalDate> holidays = [Day(2026, 3, 3)];
        List<OpeningWindow> windows = [Window("10:00-11:00")];
        WorkingCalendar calendar = WorkingCalendar.Create(Plain with { Holidays = holidays, Openings = [new ExceptionalOpening(Day(2026, 3, 4), windows)] });

        holidays.Clear();
        windows.Clear();

        Assert.Equal(Hours(1), calendar.Elapsed(At("2026-03-03 00:00"), At("2026-03-05 00:00")));
    }

    [Fact]
    public void WeeklyHours_NoDayOfTheWeek_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WeeklyHours.Closed[IsoDayOfWeek.None]);
        Assert.Throws<ArgumentOutOfRangeException>(() => WeeklyHours.Closed.With((IsoDayOfWeek)8, OpeningWindow.WholeDay));
    }

    [Fact]
    public void OpenOnAndClosedOn_NationalMakeUpDays_AreTheHallsOwn()
    {
        CalendarDefinition national = ChinaCalendar.Define("hall", WeeklyHours.MondayToFriday(Window("09:00-17:00")));

        WorkingCalendar hall = WorkingCalendar.Create(national.OpenOn(Day(2026, 2, 14), Window("10:00-15:00")).ClosedOn(Day(2026, 2, 28)).OpenOn(Day(2026, 2, 17), Window("12:00-14:00")));

        Assert.Equal([Window("09:00-17:00")], WorkingCalendar.Create(national).WindowsOn(Day(2026, 2, 14)));
        Assert.Equal([Window("10:00-15:00")], hall.WindowsOn(Day(2026, 2, 14)));
        Assert.False(hall.IsWorkingDay(Day(2026, 2, 28)));
        Assert.Equal([Window("12:00-14:00")], hall.WindowsOn(Day(2026, 2, 17)));
        Assert.Equal(At("2026-02-14 13:00", Shanghai), hall.Add(At("2026-02-13 14:00", Shanghai), Hours(6)));
        Assert.Equal([Window("08:00-09:00")], WorkingCalendar.Create(national.ClosedOn(Day(2026, 2, 14)).OpenOn(Day(2026, 2, 14), Window("08:00-09:00"))).WindowsOn(Day(2026, 2, 14)));
        Assert.False(WorkingCalendar.Create(national.OpenOn(Day(2026, 2, 14), Window("08:00-09:00")).ClosedOn(Day(2026, 2, 14))).IsWorkingDay(Day(2026, 2, 14)));
    }

    [Fact]
    public void Create_YearBeyondTheData_IsNotOneWithoutHolidays()
    {
        CalendarDefinition china = ChinaCalendar.Define("hall", WeeklyHours.MondayToFriday(Window("09:00-17:00")));

        Assert.Equal(
            ["SP0022: Calendar 'hall': It covers 2004 to 2006, 2027, whose public holidays are not known. Give them with WithYear, or cover only years with data."],
            Mistakes(china with { FirstYear = 2004, LastYear = 2027 }));
        Assert.Equal(
            ["SP0022: Calendar 'hall': It covers 2027, whose public holidays are not known. Give them with WithYear, or cover only years with data."],
            Mistakes(china.WithYear(2028, [Day(2028, 1, 1)])));
    }

    [Fact]
    public void WithYear_NoticeOfTheNextYear_CoversItAndTheDaysItChangesBefore()
    {
        CalendarDefinition china = ChinaCalendar.Define("hall", WeeklyHours.MondayToFriday(Window("09:00-17:00")));

        WorkingCalendar calendar = WorkingCalendar.Create(china.WithYear(2027, [Day(2026, 12, 31), Day(2027, 1, 1)], new MakeUpDay(Day(2026, 12, 26)), new MakeUpDay(Day(2027, 1, 3))));

        Assert.Equal(2027, (calendar.Coverage.End - Duration.Epsilon).InZone(Shanghai).Year);
        Assert.Equal(
            [true, false, false, false, true, true],
            new[] { Day(2026, 12, 26), Day(2026, 12, 27), Day(2026, 12, 31), Day(2027, 1, 1), Day(2027, 1, 3), Day(2027, 1, 4) }.Select(calendar.IsWorkingDay));
        Assert.Equal(2028, Assert.Throws<CalendarCoverageException>(() => calendar.IsWorkingDay(Day(2028, 1, 3))).Year);
        Assert.Equal([2024, 2025, 2026, 2027], Plain.WithYear(2027, [Day(2027, 1, 1)]).HolidayYears);
    }

    [Fact]
    public void WithYear_WithoutItsHolidays_IsRefused()
    {
        Assert.StartsWith("There is no holiday in 2027. Give its holidays: a year without data is not one without holidays.", Assert.Throws<ArgumentException>(() => Plain.WithYear(2027, [Day(2026, 12, 31)])).Message, StringComparison.Ordinal);
        Assert.Equal("2026-11-30 is neither in 2027 nor in December before it. Give it with its own year.", Assert.Throws<ArgumentException>(() => Plain.WithYear(2027, [Day(2027, 1, 1), Day(2026, 11, 30)])).Message);
    }

    private static IEnumerable<string> Mistakes(CalendarDefinition definition) =>
        Assert.Throws<CalendarDefinitionException>(() => WorkingCalendar.Create(definition)).Errors.Select(mistake => mistake.ToString());
}
