using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Samples.Input;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class CsvStrictnessTests : IDisposable
{
    private const string AsOf = "2026-04-01T00:00:00Z";
    private readonly Bench bench = new();

    [Fact]
    public void Evaluate_EventBeforeAnotherInARow_PointsAtTheCell()
    {
        string file = bench.Write("log.csv", "id,at,\"do\nne\"\n1,2026-03-02T01:00:00Z,2026-03-01T01:00:00Z\n");

        Assert.Equal(2, bench.Run("evaluate", file, "--mapping", bench.Write("map.json", Mapping("do\\nne")), "--as-of", AsOf));
        Assert.StartsWith($"{file}:3:24: Complaint 1, ", bench.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-03-02T00:59:57Z", false)]
    [InlineData("\"skew\":\"PT3S\",", "2026-03-02T00:59:57Z", true)]
    [InlineData("\"skew\":\"PT3S\",", "2026-03-02T00:59:56.999999999Z", false)]
    public void Evaluate_ClosedBeforeItWasOpenedByTwoClocks_IsRefusedUnlessTheMappingAllowsASkew(string skew, string done, bool allowed)
    {
        string file = bench.Write("log.csv", $"id,at,done\n1,2026-03-02T01:00:00Z,{done}\n");

        Assert.Equal(allowed ? 0 : 2, bench.Run("evaluate", file, "--mapping", bench.Write("map.json", Mapping("done", skew)), "--as-of", AsOf, "--format", "json"));

        if (allowed)
        {
            Assert.Contains($"{file}:2:1: resolved is 3 s before the complaint came to be, and taken as then: the mapping allows a skew.", bench.Error);
            Assert.Contains("\"done\":\"2026-03-02T01:00:00Z\"", bench.Output);
        }
        else
        {
            Assert.StartsWith($"{file}:2:24: Complaint 1, ", bench.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("9999-12-31 23:59", "'9999-12-31 23:59' lies beyond the last instant there is, 9999-12-31T23:59:59Z, in America/New_York.")]
    [InlineData("-9998-01-01 00:00", "'-9998-01-01 00:00' is not of the form")]
    [InlineData("2026-02-30 00:00", "'2026-02-30 00:00' is not of the form")]
    public void Read_LastMinuteThereIsInAWesternZone_IsAWrongValueAndTheRestGoesOn(string at, string message)
    {
        Reading[] readings = MappedRows.Read(bench, """{"fact":"complaint","zone":"America/New_York","resolver":"lenient","properties":{"id":{"column":"id"},"receivedAt":{"column":"at","pattern":"yyyy-MM-dd HH:mm"} } }""", $"id,at\n1,{at}\n2,2026-03-02 00:00\n");

        Assert.StartsWith($"2:3: at: {message}", Assert.Single(MappedRows.Errors(readings)), StringComparison.Ordinal);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 5, 0), ((Complaint)readings[1].Case!.Root).ReceivedAt);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("-9998-01-01")]
    public void Read_LastAndFirstDayThereIs_AreADayOrAWrongValue(string day)
    {
        foreach (string zone in new[] { "America/New_York", "UTC", "Asia/Shanghai" })
        {
            string mapping = """{"fact":"complaint","zone":"ZONE","properties":{"id":{"column":"id"},"receivedAt":{"constant":"-9998-01-01T00:00:00Z"},"resolved":{"column":"day","date":"uuuu-MM-dd"} } }""".Replace("ZONE", zone, StringComparison.Ordinal);

            Reading reading = Assert.Single(MappedRows.Read(bench, mapping, $"id,day\n1,{day}\n"));

            Assert.True(reading.Case is not null || reading.Error!.Contains("is not wholly within the instants there are", StringComparison.Ordinal), reading.Error);
        }
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59-18:00", "--as-of: '9999-12-31T23:59:59-18:00' is not an instant.")]
    [InlineData("-9998-01-01T00:00:00+18:00", "--as-of: '-9998-01-01T00:00:00+18:00' is not an instant.")]
    [InlineData("2026-03-02T09:00", "Local times want --zone.")]
    [InlineData("yesterday", "--as-of: 'yesterday' is not an instant.")]
    public void Evaluate_InstantBeyondTheLast_IsRefused(string asOf, string message)
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", "{}"), "--as-of", asOf));
        Assert.Contains(message, bench.Error);
    }

    [Theory]
    [InlineData("9999-12-31T23:59", "America/New_York", "lies beyond the last instant")]
    [InlineData("2015-03-08T02:30", "America/New_York", "does not exist in America/New_York")]
    [InlineData("2026-03-02T09:00", "Mars/Base", "--zone: 'Mars/Base' is no time zone.")]
    public void Evaluate_LocalTimeThatIsNone_IsRefused(string asOf, string zone, string message)
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", "{}"), "--as-of", asOf, "--zone", zone));
        Assert.Contains(message, bench.Error);
    }

    [Fact]
    public void Evaluate_Zone_IsThatOfTheInstantAndOfTheRows()
    {
        string mapping = """{"fact":"complaint","resolver":"strict","properties":{"id":{"column":"id"},"receivedAt":{"column":"at","pattern":"yyyy-MM-dd HH:mm"} } }""";

        Assert.Equal(0, bench.Run("evaluate", bench.Write("log.csv", "id,at\n1,2026-03-02 09:00\n"), "--mapping", bench.Write("map.json", mapping), "--as-of", "2026-03-02T10:00", "--zone", "Asia/Shanghai", "--format", "json"));

        Assert.Contains("\"asOf\":\"2026-03-02T02:00:00Z\"", bench.Output);
        Assert.Contains("\"start\":\"2026-03-02T01:00:00Z\"", bench.Output);
    }

    public void Dispose() => bench.Dispose();

    private static string Mapping(string done, string more = "") => $$"""
        {{{more}}"fact":"complaint","properties":{"id":{"column":"id"},"receivedAt":{"column":"at"},"resolved":{"column":"{{done}}"},"tier":{"constant":"vip"},"filedBy":{"constant":"accountHolder"},"ticket":{"column":"id"},"firstReply":{"constant":null} } }
        """;
}
