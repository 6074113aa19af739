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

    private static readonly string[] Sections = File.ReadAllText(Path.Combine(Repository.Root, "docs/conformance.md")).Split("\n## ");

    public static TheoryData<string, string, string, string> Limits => RowsOf(Sections[0]);

    public static TheoryData<string, string, string, string> TimesGoneBy => RowsOf(Sections.Single(section => section.StartsWith("Working time gone by", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Limits))]
    public void Read_OurLimit_IsDueWhenTheySay(string open, string start, string due, string limit)
    {
        WorkingCalendar calendar = Calendar(open);
        Assert.True(WorkingLimit.TryParse(limit, out WorkingLimit? parsed), limit);

        Assert.Equal(Local(due, calendar), new LimitClock { Start = Local(start, calendar), Limit = parsed, Calendar = calendar }.Read().Due);
    }

    [Theory]
    [MemberData(nameof(TimesGoneBy))]
    public void Elapsed_BetweenTwoInstants_IsWhatTheySay(string open, string from, string to, string time)
    {
        WorkingCalendar calendar = Calendar(open);

        Assert.Equal(PeriodPattern.NormalizingIso.Parse(time).Value.ToDuration(), calendar.Elapsed(Local(from, calendar), Local(to, calendar)));
    }

    [Fact]
    public void Rows_OfEveryLibrary_AreThere()
    {
        Assert.Equal(52, Limits.Count);
        Assert.Equal(14, TimesGoneBy.Count);
    }

    private static TheoryData<string, string, string, string> RowsOf(string section) => [.. section.Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 7 && cells[3] is [>= '0' and <= '9', ..])
        .Select(cells => (cells[2], cells[3], cells[4], cells[5]))];

    private static Instant Local(string time, WorkingCalendar calendar) =>
        LocalDateTimePattern.CreateWithInvariantCulture(time.Length > 16 ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm").Parse(time).Value.InZoneStrictly(calendar.Zone).ToInstant();

    /// <summary>A calendar such as <c>Mon-Fri 09:00-17:00, Sat 10:00-15:00 in Europe/Berlin off 2010-07-05</c>.</summary>
    private static WorkingCalendar Calendar(string open)
    {
        string[] parts = open.Split(" off ");
        string[] hours = parts[0].Split(" in ");
        WeeklyHours week = WeeklyHours.Closed;
        foreach (string[] words in hours[0].Split(", ").Select(text => text.Split(' ')))
        {
            string[] ends = words[0].Split('-');
            for (int day = Array.IndexOf(Days, ends[0]); day <= Array.IndexOf(Days, ends[^1]); day++)
            {
                week = week.With((IsoDayOfWeek)(day + 1), words[1..].Select(Window));
            }
        }

        return WorkingCalendar.Create(Define(week) with
        {
            Zone = DateTimeZoneProviders.Tzdb[hours.ElementAtOrDefault(1) ?? "Etc/UTC"],
            FirstYear = 1991,
            LastYear = 2026,
            Holidays = [.. parts[1..].Select(day => LocalDatePattern.Iso.Parse(day).Value)],
        });
    }
}
