using NodaTime;
using NodaTime.Text;
using ServicePolicy.Tests.Docs;
using ServicePolicy.Time.Calendars;
using Xunit;
using static ServicePolicy.Tests.Time.Calendars.Examples;

namespace ServicePolicy.Tests.Time.Calendars;

/// <summary>Each row of <c>docs/conformance.md</c>: what other libraries expect, by the choice of ours that gives it (S30).</summary>
public sealed class ConformanceTests
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static TheoryData<string, string, string, string> Rows => [.. File.ReadLines(Path.Combine(Repository.Root, "docs/conformance.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 7 && LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(cells[3]).Success)
        .Select(cells => (cells[2], cells[3], cells[4], cells[5]))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_OurLimit_IsDueWhenTheySay(string open, string start, string due, string limit)
    {
        Assert.True(WorkingLimit.TryParse(limit, out WorkingLimit? parsed), limit);

        Assert.Equal(At(due), new LimitClock { Start = At(start), Limit = parsed, Calendar = Calendar(open) }.Read().Due);
    }

    [Fact]
    public void Rows_OfEveryLibrary_AreThere() => Assert.True(Rows.Count >= 28);

    /// <summary>A calendar such as <c>Mon-Fri 09:00-17:00, Sat 10:00-15:00 off 2010-07-05</c>.</summary>
    private static WorkingCalendar Calendar(string open)
    {
        string[] parts = open.Split(" off ");
        WeeklyHours week = WeeklyHours.Closed;
        foreach (string[] words in parts[0].Split(", ").Select(text => text.Split(' ')))
        {
            string[] ends = words[0].Split('-');
            for (int day = Array.IndexOf(Days, ends[0]); day <= Array.IndexOf(Days, ends[^1]); day++)
            {
                week = week.With((IsoDayOfWeek)(day + 1), words[1..].Select(Window));
            }
        }

        return WorkingCalendar.Create(Define(week) with
        {
            FirstYear = 1991,
            LastYear = 2026,
            Holidays = [.. parts[1..].Select(day => LocalDatePattern.Iso.Parse(day).Value)],
        });
    }
}
