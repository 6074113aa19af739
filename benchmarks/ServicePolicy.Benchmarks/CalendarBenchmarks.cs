using BenchmarkDotNet.Attributes;
using NodaTime;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Benchmarks;

/// <summary>Working time over a week and over almost twenty years of China's calendar: the long span should cost about what the short one does.</summary>
[MemoryDiagnoser]
public class CalendarBenchmarks
{
    private static readonly Instant Start = Instant.FromUtc(2007, 1, 8, 1, 30);
    private readonly WorkingCalendar calendar = ChinaCalendar.Create("office", OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(18, 0)));
    private Instant end;
    private Duration working;

    [Params(7, 6_900)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        end = Start + Duration.FromDays(Days);
        working = calendar.Elapsed(Start, end);
    }

    [Benchmark]
    public Duration Elapsed_Span() => calendar.Elapsed(Start, end);

    [Benchmark]
    public Instant Add_Span() => calendar.Add(Start, working);
}
