using System.Text.Json;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class CsvCasesTests : IDisposable
{
    private const string Header = "Ticket #,Date,Time,State,Status,Filing on Behalf of Someone";
    private readonly Bench bench = new();

    private static string ComcastMapping => Path.Combine(AppContext.BaseDirectory, "mappings", "comcast.json");

    [Fact]
    public void Evaluate_RowsLikeThoseOfTheLog_AreDecided()
    {
        string file = bench.Write("log.csv", $"""
            {"\uFEFF"}{Header}
            1,22-04-15,3:53:50 PM,Maryland,Closed,No
            2,04-08-15,10:22:56 AM,"District Of Columbia",Open,No
            3,04-08-15,10:22:56 AM,District of Columbia,Pending,Yes
            4,31-12-15,12:00:00 AM,California,Solved,Yes
            """);

        Assert.Equal(0, bench.Run("evaluate", file, "--mapping", ComcastMapping, "--as-of", "2016-01-01T00:00:00Z", "--format", "json"));

        Assert.Equal(["1 indeterminate", "2 breached", "3 inadmissible", "4 inadmissible"], bench.Lines.Select(Outcome));
        Assert.Contains("\"start\":\"2015-04-22T19:53:50Z\"", bench.Lines[0]);
        Assert.Contains("\"start\":\"2015-12-31T08:00:00Z\"", bench.Lines[3]);
    }

    [Fact]
    public void Evaluate_BadRows_AreNamedByLineAndColumn()
    {
        string file = bench.Write("log.csv", $"{Header}\n1,22-04-15,3:53:50 PM,Atlantis,Closed,No\n2,22-13-15,3:53:50 PM,Maryland,Closed,No\n\n3,\"22-04\n-15\",3:53:50 PM,Maryland,Opened,No\n4,too,few\n,22-04-15,3:53:50 PM,Maryland,Closed,No\n6,22-04-15,3:53:50 PM,Maryland,Closed,No\n");

        Assert.Equal(2, bench.Run("evaluate", file, "--mapping", ComcastMapping, "--as-of", "2016-01-01T00:00:00Z", "--format", "json"));

        Assert.Equal("6 indeterminate", Outcome(Assert.Single(bench.Lines)));
        Assert.Contains($"{file}:2:23: State: 'Atlantis' has no zone in the mapping.", bench.Error);
        Assert.Contains($"{file}:3:3: Date: '22-13-15 3:53:50 PM' is not of the form 'dd-MM-yy h:mm:ss tt'", bench.Error);
        Assert.Contains($"{file}:5:3: Date: ", bench.Error);
        Assert.Contains($"{file}:7:1: The row cannot be read: it has 3 cells, not 6.", bench.Error);
        Assert.Contains($"{file}:8:1: Ticket #: it is empty, but 'id' is needed.", bench.Error);
    }

    [Theory]
    [InlineData("strict", null)]
    [InlineData("lenient", "2015-03-08T07:30:00Z")]
    [InlineData("earlier", "2015-03-08T07:00:00Z")]
    [InlineData("later", "2015-03-08T07:00:00Z")]
    public void Evaluate_TimeThatClocksSkipped_IsReadAsTheMappingSays(string resolver, string? expected) =>
        Resolve(resolver, "08-03-15 02:30", expected);

    [Theory]
    [InlineData("strict", null)]
    [InlineData("lenient", "2015-11-01T05:30:00Z")]
    [InlineData("earlier", "2015-11-01T05:30:00Z")]
    [InlineData("later", "2015-11-01T06:30:00Z")]
    public void Evaluate_TimeThatClocksShowedTwice_IsReadAsTheMappingSays(string resolver, string? expected) =>
        Resolve(resolver, "01-11-15 01:30", expected);

    [Theory]
    [InlineData(1950, "49", "2049")]
    [InlineData(1950, "50", "1950")]
    [InlineData(2000, "99", "2099")]
    public void Evaluate_YearsOfTwoDigits_LieInTheHundredYearsThatTheMappingNames(int first, string written, string year)
    {
        string mapping = bench.Write("map.json", Mapping("strict", "dd-MM-yy HH:mm", first));

        bench.Run("evaluate", bench.Write("log.csv", $"id,at\n1,01-06-{written} 12:00\n"), "--mapping", mapping, "--as-of", "2100-01-01T00:00:00Z", "--format", "json");

        Assert.Contains($"\"start\":\"{year}-06-01", Assert.Single(bench.Lines));
    }

    [Fact]
    public void Evaluate_WhatTheMappingDoesNotProvide_IsUnknownNotAbsent()
    {
        string mapping = bench.Write("map.json", Mapping("strict", "dd-MM-yy HH:mm", 2000));

        bench.Run("evaluate", bench.Write("log.csv", "id,at\n1,01-06-15 12:00\n"), "--mapping", mapping, "--as-of", "2016-01-01T00:00:00Z", "--format", "json");

        string[] findings = [.. JsonElement.Parse(bench.Lines[0]).GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("standard")} {finding.GetProperty("kind")}")];
        Assert.Subset(findings.ToHashSet(), new HashSet<string> { "CMP-01 indeterminate", "CMP-02 indeterminate", "CMP-03 indeterminate", "CMP-04 indeterminate", "CMP-05 indeterminate" });
        Assert.All(findings, finding => Assert.EndsWith(" indeterminate", finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"fact":"complaint"}""", "'properties' is missing.")]
    [InlineData("""{"fact":"complant","properties":{}}""", "fact: 'complant' is not known here.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b"},"resolvd":{"column":"c"}}}""", "properties.resolvd: 'resolvd' is not known here.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"}}}""", "properties: 'receivedAt' is missing: every complaint has it.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b","pattern":"dd-MM-yyyy HH:mm"}}}""", "properties.receivedAt: it is local time. Give the mapping a 'zone', and a 'resolver': strict, lenient, earlier, later.")]
    [InlineData("""{"fact":"complaint","zone":"Mars/Base","properties":{}}""", "zone: 'Mars/Base' is no time zone.")]
    [InlineData("""{"fact":"complaint","properties":{"receivedAt":{"column":"b","pattern":"dd-MM-yy"}}}""", "it has years of two digits. Say with 'firstTwoDigitYear'")]
    [InlineData("""{"fact":"complaint","properties":{"receivedAt":{"column":"b","pattern":"qq"}}}""", "'qq' is no pattern")]
    public void Evaluate_WrongMapping_SaysWhere(string json, string message)
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("log.csv", "a,b\n"), "--mapping", bench.Write("map.json", json), "--as-of", "2016-01-01T00:00:00Z"));
        Assert.Contains(message, bench.Error);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("Ticket #,Date\n", "There is no column 'Status', 'Filing on Behalf of Someone'")]
    [InlineData(Header + "\n1,22-04-15,3:53:50 PM,\"Maryland,Closed,No\n", "The row cannot be read")]
    public void Evaluate_WrongCsv_SaysWhy(string csv, string message)
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("log.csv", csv), "--mapping", ComcastMapping, "--as-of", "2016-01-01T00:00:00Z"));
        Assert.Contains(message.Split(' ')[0], bench.Error);
    }

    public void Dispose() => bench.Dispose();

    private static string Mapping(string resolver, string pattern, int firstYear) =>
        $$$"""{"fact":"complaint","zone":"America/New_York","resolver":"{{{resolver}}}","properties":{"id":{"column":"id"},"receivedAt":{"column":"at","pattern":"{{{pattern}}}","firstTwoDigitYear":{{{firstYear}}} } } }""";

    private static string Outcome(string line)
    {
        JsonElement decision = JsonElement.Parse(line);
        return $"{decision.GetProperty("case").GetProperty("id")} {decision.GetProperty("outcome")}";
    }

    private void Resolve(string resolver, string local, string? expected)
    {
        int code = bench.Run("evaluate", bench.Write("log.csv", $"id,at\n1,{local}\n"), "--mapping", bench.Write("map.json", Mapping(resolver, "dd-MM-yy HH:mm", 2000)), "--as-of", "2016-01-01T00:00:00Z", "--format", "json");

        if (expected is null)
        {
            Assert.Equal(2, code);
            Assert.Contains("where the clocks were changed. Choose a 'resolver' other than strict.", bench.Error);
        }
        else
        {
            Assert.Contains($"\"start\":\"{expected}\"", Assert.Single(bench.Lines));
        }
    }
}
