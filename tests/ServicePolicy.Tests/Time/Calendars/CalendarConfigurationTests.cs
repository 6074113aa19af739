using System.Text;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.Tests.Docs;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class CalendarConfigurationTests
{
    [Fact]
    public void Read_EverySetting_IsTheCalendarWrittenInCode()
    {
        IReadOnlyList<WorkingCalendar> calendars = Read("""
            {
              "hall": {
                "Zone": "Asia/Shanghai",
                "FirstYear": 2025,
                "LastYear": 2026,
                "HolidaysOf": "China",
                "Hours": {
                  "MondayToFriday": [ "08:30-12:00", "13:00-18:00" ],
                  "Friday": "08:30-12:00, 22:00-06:00",
                  "Saturday": "10:00-24:00",
                  "Wednesday": []
                },
                "OrdinaryHours": "09:00-17:00",
                "Holidays": [ "2026-03-02", "2026-12-28/2026-12-30" ],
                "MakeUpDays": [ "2026-03-08", "2026-03-15 as Saturday" ],
                "Openings": { "2026-02-17": [ "10:00-12:00" ] },
                "RepeatedTimes": "SecondOccurrence"
              },
              "line": { "Zone": "Etc/UTC", "FirstYear": 2026, "LastYear": 2026, "Hours": { "EveryDay": "00:00-24:00" } }
            }
            """);

        WorkingCalendar hall = calendars[0];
        Assert.Equal(["hall", "line"], calendars.Select(calendar => calendar.Key));
        Assert.Equal("Asia/Shanghai", hall.Zone.Id);
        Assert.Equal([2025, 2026], new[] { hall.Coverage.Start, hall.Coverage.End - Duration.Epsilon }.Select(instant => instant.InZone(Shanghai).Year));
        Assert.Equal("08:30-12:00 13:00-18:00", WindowsOn(hall, Day(2026, 3, 3)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 3, 4)));
        Assert.Equal("08:30-12:00 22:00-06:00", WindowsOn(hall, Day(2026, 3, 6)));
        Assert.Equal("10:00-24:00", WindowsOn(hall, Day(2026, 3, 7)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 3, 2)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 12, 29)));
        Assert.Equal("09:00-17:00", WindowsOn(hall, Day(2026, 3, 8)));
        Assert.Equal("10:00-24:00", WindowsOn(hall, Day(2026, 3, 15)));
        Assert.Equal("10:00-12:00", WindowsOn(hall, Day(2026, 2, 17)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 2, 18)));
        Assert.Equal("09:00-17:00", WindowsOn(hall, Day(2026, 2, 28)));
        Assert.Equal(Duration.FromDays(365), calendars[1].Elapsed(calendars[1].Coverage.Start, calendars[1].Coverage.End));
    }

    [Fact]
    public void Read_HolidaysOfChinaWithoutYears_CoversAllWithData()
    {
        WorkingCalendar calendar = Assert.Single(Read("""{ "hall": { "Zone": "Asia/Shanghai", "HolidaysOf": "China", "Hours": { "MondayToFriday": "09:00-18:00" } } }"""));

        Assert.Equal(At("2026-02-14 16:00", Shanghai), calendar.Add(At("2026-02-13 17:00", Shanghai), Hours(8)));
        Assert.True(calendar.IsWorkingDay(Day(2007, 2, 17)));
    }

    [Fact]
    public void Read_Mistakes_AreListedForAllCalendarsTogether()
    {
        CalendarDefinitionException error = Assert.Throws<CalendarDefinitionException>(() => Read("""
            {
              "hall": {
                "Zone": "Asia/Zhenjiang",
                "FirstYear": "MMXXVI",
                "Hours": { "Mondays": "09:00-17:00", "Monday": "9-17", "Tuesday": "09:00-12:00, 11:00-17:00" },
                "Holiday": [ "2026-01-01" ],
                "Holidays": [ "1 January", "2026-01-03/2026-01-01" ],
                "MakeUpDays": [ "2026-01-04 like Friday" ],
                "Openings": { "today": "09:00-10:00" },
                "RepeatedTimes": "Both"
              },
              "line": { "Zone": "Etc/UTC", "FirstYear": 2006, "LastYear": 2026, "HolidaysOf": "China", "Hours": {} },
              "shop": { "Zone": "Etc/UTC", "FirstYear": 2006, "LastYear": 2026, "HolidaysOf": "Mars", "Hours": { "Monday": "17:00-17:00" } }
            }
            """));

        Assert.Equal(
            [
                "SP0029: Configuration 'Calendars:hall:Holiday' is no setting of a calendar. Did you mean 'Holidays'? The settings are: Zone, FirstYear, LastYear, HolidaysOf, RepeatedTimes, Hours, Openings, Years, OrdinaryHours, Holidays, MakeUpDays, Union, Intersection, Difference.",
                "SP0022: Configuration 'Calendars:hall:FirstYear' 'MMXXVI' is no year. Write it as 2026.",
                "SP0022: Configuration 'Calendars:hall:LastYear' is missing. Write the year, such as 2026.",
                "SP0021: Configuration 'Calendars:hall:Zone' 'Asia/Zhenjiang' is no time zone. Write an identifier such as Asia/Shanghai.",
                "SP0029: Configuration 'Calendars:hall:Hours:Mondays' is no day. Did you mean 'Monday'? The days are: EveryDay, MondayToFriday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.",
                "SP0029: Configuration 'Calendars:hall:Hours:Monday' '9-17' is no window. Write it as 09:00-17:00; it may end at 24:00, or on the next day as in 22:00-06:00.",
                "SP0029: Configuration 'Calendars:hall:Holidays:0' '1 January' is no date. Write it as 2026-01-01, or a run of up to a year as 2026-02-15/2026-02-23.",
                "SP0029: Configuration 'Calendars:hall:Holidays:1' '2026-01-03/2026-01-01' is no date. Write it as 2026-01-01, or a run of up to a year as 2026-02-15/2026-02-23.",
                "SP0029: Configuration 'Calendars:hall:MakeUpDays:0' '2026-01-04 like Friday' is no make-up day. Write it as 2026-02-14, or with the hours of a day of the week as '2026-02-14 as Friday'.",
                "SP0029: Configuration 'Calendars:hall:Openings:today' is no date. Write it as 2026-01-01.",
                "SP0029: Configuration 'Calendars:hall:RepeatedTimes' 'Both' is not known. There are: FirstOccurrence, SecondOccurrence.",
                "SP0024: Calendar 'hall': On Tuesday: windows 09:00-12:00 and 11:00-17:00 overlap. Let one end where the other starts.",
                "SP0022: Configuration 'Calendars:line:HolidaysOf' has data for 2007 to 2026, and not for 2006. Cover only years with data, or give the holidays of the others under Years.",
                "SP0028: Calendar 'line': Make-up days, the first on 2007-02-17, take the ordinary hours, and Monday to Friday do not share any. Set the ordinary hours, or name a day of the week.",
                "SP0029: Configuration 'Calendars:shop:HolidaysOf' 'Mars' is not known. There is: China.",
                "SP0023: Calendar 'shop': On Monday: Window 17:00-17:00 does not end after it starts. Exchange the times, or write 00:00-24:00 for a whole day.",
            ],
            error.Errors.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void Read_Combinations_AreTheCalendarsCombinedInCode()
    {
        IReadOnlyList<WorkingCalendar> calendars = Read("""
            {
              "a-hall-in-mall": { "Intersection": [ "hall", "Mall" ] },
              "b-either": { "Union": "hall, mall, a-hall-in-mall" },
              "c-rest": { "Difference": [ "b-either", "hall", "lunch" ] },
              "hall": { "Zone": "Asia/Shanghai", "FirstYear": 2026, "LastYear": 2026, "Hours": { "MondayToFriday": "09:00-17:00" } },
              "lunch": { "Zone": "Asia/Shanghai", "FirstYear": 2025, "LastYear": 2026, "Hours": { "EveryDay": "18:00-19:00" } },
              "mall": { "Zone": "Asia/Shanghai", "FirstYear": 2026, "LastYear": 2027, "Hours": { "EveryDay": "10:00-22:00" } }
            }
            """);

        Assert.Equal(["a-hall-in-mall", "b-either", "c-rest", "hall", "lunch", "mall"], calendars.Select(calendar => calendar.Key));
        Assert.Equal(["10:00-17:00", "09:00-22:00", "17:00-18:00 19:00-22:00"], calendars.Take(3).Select(calendar => WindowsOn(calendar, Day(2026, 3, 2))));
        Assert.Equal(2026, (calendars[0].Coverage.End - Duration.Epsilon).InZone(Shanghai).Year);
    }

    [Fact]
    public void Read_CombinationsThatCannotBe_AreListedWithTheOtherMistakes()
    {
        CalendarDefinitionException error = Assert.Throws<CalendarDefinitionException>(() => Read("""
            {
              "a": { "Union": [ "b", "hall" ] },
              "b": { "Union": [ "a", "hall" ] },
              "c": { "Intersection": [ "hall", "mal" ], "Zone": "Asia/Shanghai" },
              "d": { "Difference": [ "hall" ] },
              "e": { "Difference": [ "hall", "mall" ] },
              "f": { "Difference": [ "hall", "broken" ] },
              "g": { "Union": null },
              "broken": { "Zone": "Etc/UTC", "FirstYear": 2026, "LastYear": 2025, "Hours": { "EveryDay": "10:00-22:00" } },
              "hall": { "Zone": "Asia/Shanghai", "FirstYear": 2026, "LastYear": 2026, "Hours": { "MondayToFriday": "09:00-17:00" } },
              "mall": { "Zone": "Etc/UTC", "FirstYear": 2026, "LastYear": 2026, "Hours": { "EveryDay": "10:00-22:00" } }
            }
            """));

        Assert.Equal(
            [
                "SP0022: Calendar 'broken': It covers 2026 to 2025: the last year is before the first. Exchange them.",
                "SP0029: Configuration 'Calendars:b:Union:0' 'a' is itself made of 'b'. Let none be made of itself.",
                "SP0029: Configuration 'Calendars:c:Zone' stands beside 'Intersection', which makes the whole calendar. Take one out.",
                "SP0029: Configuration 'Calendars:c:Intersection:1' 'mal' is no calendar of the section. Did you mean 'mall'? The calendars are: a, b, broken, c, d, e, f, g, hall, mall.",
                "SP0029: Configuration 'Calendars:d:Difference' takes two calendars or more. Write their keys.",
                "SP0030: Calendar 'e': 'hall' is in zone Asia/Shanghai and 'mall' in Etc/UTC. Combine calendars of one zone.",
                "SP0029: Configuration 'Calendars:g:Union' takes two calendars or more. Write their keys.",
            ],
            error.Errors.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void Read_OwnDays_GoBeforeNationalOnes()
    {
        WorkingCalendar hall = Assert.Single(Read("""
            {
              "hall": {
                "Zone": "Asia/Shanghai",
                "HolidaysOf": "China",
                "Hours": { "MondayToFriday": "09:00-18:00", "Saturday": "10:00-12:00" },
                "Holidays": [ "2026-02-28" ],
                "MakeUpDays": [ "2026-02-16", "2026-01-04 as Saturday" ],
                "Openings": { "2026-02-14": "10:00-15:00" }
              }
            }
            """));

        Assert.Equal("10:00-15:00", WindowsOn(hall, Day(2026, 2, 14)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 2, 28)));
        Assert.Equal("09:00-18:00", WindowsOn(hall, Day(2026, 2, 16)));
        Assert.Equal("10:00-12:00", WindowsOn(hall, Day(2026, 1, 4)));
        Assert.Equal("", WindowsOn(hall, Day(2026, 2, 17)));
    }

    [Fact]
    public void Read_OwnDaysThatAreTwoThings_AreMistakesStill() => Assert.Equal(
        [
            "SP0027: Calendar 'hall': 2026-02-14 is both a holiday and a make-up day. Take one out, or close it with ClosedOn.",
            "SP0027: Calendar 'hall': 2026-02-28 is both a make-up day and an exceptional opening. Take one out, or open it with OpenOn.",
        ],
        Assert.Throws<CalendarDefinitionException>(() => Read("""
            {
              "hall": {
                "Zone": "Asia/Shanghai", "HolidaysOf": "China", "Hours": { "MondayToFriday": "09:00-18:00" },
                "Holidays": "2026-02-14", "MakeUpDays": "2026-02-14, 2026-02-28", "Openings": { "2026-02-28": "10:00-15:00" }
              }
            }
            """)).Errors.Select(mistake => mistake.ToString()));

    [Fact]
    public void Read_YearBeyondTheData_IsCoveredOnceItsHolidaysAreGiven()
    {
        IReadOnlyList<WorkingCalendar> calendars = Read("""
            {
              "hall": {
                "Zone": "Asia/Shanghai",
                "FirstYear": 2026,
                "HolidaysOf": "China",
                "Years": { "2027": { "Holidays": "2026-12-31, 2027-01-01/2027-01-03", "MakeUpDays": [ "2026-12-27", "2027-01-09" ] } },
                "Holidays": "2027-01-09",
                "Hours": { "MondayToFriday": "09:00-18:00" }
              },
              "own": { "Zone": "Etc/UTC", "Years": { "2027": { "Holidays": "2027-01-01" } }, "Hours": { "EveryDay": "09:00-18:00" } }
            }
            """);

        Assert.Equal(
            [true, false, true, false],
            new[] { Day(2026, 12, 27), Day(2026, 12, 31), Day(2027, 1, 4), Day(2027, 1, 9) }.Select(calendars[0].IsWorkingDay));
        Assert.Equal(2028, Assert.Throws<CalendarCoverageException>(() => calendars[0].IsWorkingDay(Day(2028, 1, 3))).Year);
        Assert.Equal(new Interval(At("2027-01-01 00:00"), At("2028-01-01 00:00")), calendars[1].Coverage);
        Assert.False(calendars[1].IsWorkingDay(Day(2027, 1, 1)));
    }

    [Fact]
    public void Read_YearsThatAreNone_AreMistakes() => Assert.Equal(
        [
            "SP0022: Configuration 'Calendars:hall:Years:27' is no year. Write it as 2027.",
            "SP0029: Configuration 'Calendars:hall:Years:2028:Holiday' is no setting of a year. Did you mean 'Holidays'? The settings are: Holidays, MakeUpDays.",
            "SP0022: Configuration 'Calendars:hall:Years:2028' has no holiday of its year. Give its holidays: a year without data is not one without holidays.",
            "SP0026: Configuration 'Calendars:hall:Years:2029:Holidays' 2028-01-01 is neither in 2029 nor in December before it. Give it with its own year.",
            "SP0022: Configuration 'Calendars:hall:HolidaysOf' has data for 2007 to 2026, 2028 to 2029, and not for 2027. Cover only years with data, or give the holidays of the others under Years.",
        ],
        Assert.Throws<CalendarDefinitionException>(() => Read("""
            {
              "hall": {
                "Zone": "Asia/Shanghai", "HolidaysOf": "China", "Hours": { "MondayToFriday": "09:00-18:00" },
                "Years": { "27": { "Holidays": "2027-01-01" }, "2028": { "Holiday": "2028-01-01" }, "2029": { "Holidays": "2028-01-01, 2029-01-01" } }
              }
            }
            """)).Errors.Select(mistake => mistake.ToString()));

    [Fact]
    public void Read_ExampleOfThePage_IsAsItSays()
    {
        string json = File.ReadAllText(Path.Combine(Repository.Root, "docs/calendars.md")).Split("```json")[1].Split("```")[0];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));

        IReadOnlyList<WorkingCalendar> calendars = CalendarConfiguration.Read(new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Calendars"));

        Assert.Equal(["hall-12", "hall-in-mall", "mall"], calendars.Select(calendar => calendar.Key));
        Assert.Equal("10:00-12:00 13:00-18:00", WindowsOn(calendars[1], Day(2027, 1, 4)));
    }

    [Fact]
    public void Read_NoCalendars_IsEmpty() => Assert.Empty(Read("{}"));

    private static IReadOnlyList<WorkingCalendar> Read(string calendars)
    {
        using MemoryStream json = new(Encoding.UTF8.GetBytes($$"""{ "Calendars": {{calendars}} }"""));
        return CalendarConfiguration.Read(new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("Calendars"));
    }

    private static string WindowsOn(WorkingCalendar calendar, LocalDate date) => string.Join(' ', calendar.WindowsOn(date));
}
