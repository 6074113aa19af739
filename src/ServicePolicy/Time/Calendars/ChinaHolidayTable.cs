using System.Globalization;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>China's days off and days worked in place of others, as the State Council decided them, by the year they fall in.</summary>
/// <remarks>
/// Source: the notices of the General Office of the State Council on the arrangement of holidays (国务院办公厅关于部分节假日安排的通知), one for
/// each year from 2007 to 2026, with the later ones of 2015 (victory day), 2019 (Labour Day) and 2020 (Spring Festival). A notice can decide
/// days at the end of the year before its own. Runs of days of several festivals are one range. 2020-02-03 was a Monday.
/// </remarks>
internal static class ChinaHolidayTable
{
    private const string Years = """
        2007 off 01-01..01-03 02-18..02-24 05-01..05-07 10-01..10-07 12-30..12-31
             work 02-17 02-25 04-28..04-29 09-29..09-30 12-29
        2008 off 01-01 02-06..02-12 04-04..04-06 05-01..05-03 06-07..06-09 09-13..09-15 09-29..10-05
             work 02-02..02-03 05-04 09-27..09-28
        2009 off 01-01..01-03 01-25..01-31 04-04..04-06 05-01..05-03 05-28..05-30 10-01..10-08
             work 01-04 01-24 02-01 05-31 09-27 10-10
        2010 off 01-01..01-03 02-13..02-19 04-03..04-05 05-01..05-03 06-14..06-16 09-22..09-24 10-01..10-07
             work 02-20..02-21 06-12..06-13 09-19 09-25..09-26 10-09
        2011 off 01-01..01-03 02-02..02-08 04-03..04-05 04-30..05-02 06-04..06-06 09-10..09-12 10-01..10-07
             work 01-30 02-12 04-02 10-08..10-09 12-31
        2012 off 01-01..01-03 01-22..01-28 04-02..04-04 04-29..05-01 06-22..06-24 09-30..10-07
             work 01-21 01-29 03-31..04-01 04-28 09-29
        2013 off 01-01..01-03 02-09..02-15 04-04..04-06 04-29..05-01 06-10..06-12 09-19..09-21 10-01..10-07
             work 01-05..01-06 02-16..02-17 04-07 04-27..04-28 06-08..06-09 09-22 09-29 10-12
        2014 off 01-01 01-31..02-06 04-05 04-07 05-01..05-03 06-02 09-08 10-01..10-07
             work 01-26 02-08 05-04 09-28 10-11
        2015 off 01-01..01-03 02-18..02-24 04-05..04-06 05-01 06-20 06-22 09-03..09-05 09-27 10-01..10-07
             work 01-04 02-15 02-28 09-06 10-10
        2016 off 01-01 02-07..02-13 04-04 05-01..05-02 06-09..06-11 09-15..09-17 10-01..10-07
             work 02-06 02-14 06-12 09-18 10-08..10-09
        2017 off 01-01..01-02 01-27..02-02 04-02..04-04 05-01 05-28..05-30 10-01..10-08
             work 01-22 02-04 04-01 05-27 09-30
        2018 off 01-01 02-15..02-21 04-05..04-07 04-29..05-01 06-18 09-24 10-01..10-07 12-30..12-31
             work 02-11 02-24 04-08 04-28 09-29..09-30 12-29
        2019 off 01-01 02-04..02-10 04-05 05-01..05-04 06-07 09-13 10-01..10-07
             work 02-02..02-03 04-28 05-05 09-29 10-12
        2020 off 01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08
             work 01-19 02-03 04-26 05-09 06-28 09-27 10-10
        2021 off 01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07
             work 02-07 02-20 04-25 05-08 09-18 09-26 10-09
        2022 off 01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 12-31
             work 01-29..01-30 04-02 04-24 05-07 10-08..10-09
        2023 off 01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06
             work 01-28..01-29 04-23 05-06 06-25 10-07..10-08
        2024 off 01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07
             work 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
        2025 off 01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08
             work 01-26 02-08 04-27 09-28 10-11
        2026 off 01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07
             work 01-04 02-14 02-28 05-09 09-20 10-10
        """;

    public static (LocalDate[] Off, LocalDate[] Work) Read()
    {
        List<LocalDate> off = [], work = [], days = off;
        int year = 0;
        foreach (string word in Years.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "off" or "work")
            {
                days = word == "off" ? off : work;
            }
            else if (word.Length == 4)
            {
                year = ParseNumber(word);
            }
            else
            {
                string[] ends = word.Split("..");
                (LocalDate first, LocalDate last) = (Day(year, ends[0]), Day(year, ends[^1]));
                days.AddRange(Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays));
            }
        }

        return ([.. off], [.. work]);
    }

    private static LocalDate Day(int year, string monthAndDay) => new(year, ParseNumber(monthAndDay[..2]), ParseNumber(monthAndDay[3..]));

    private static int ParseNumber(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
