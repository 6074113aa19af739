using System.Text.Json;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string AsOf = "2026-11-20T08:00:00Z";
    private const string Vip = """{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1","firstReply":"2026-11-20T02:00:00Z"}""";
    private static readonly string Other = Vip.Replace("CP-1", "CP-2", StringComparison.Ordinal).Replace("accountHolder", "someoneElse", StringComparison.Ordinal);
    private readonly Bench bench = new();

    [Fact]
    public void Evaluate_List_WritesADecisionALineInOrder()
    {
        Assert.Equal(0, bench.Run("evaluate", bench.Write("cases.json", $"\uFEFF[{Vip},\n{Other}]"), "--as-of", AsOf, "--format", "json"));

        JsonElement[] decisions = [.. bench.Lines.Select(line => JsonElement.Parse(line))];
        Assert.Equal(["CP-1 atRisk", "CP-2 inadmissible"], decisions.Select(decision => $"{decision.GetProperty("case").GetProperty("id")} {decision.GetProperty("outcome")}"));
        Assert.Contains("inadmissible", bench.Error);
    }

    [Fact]
    public void Evaluate_Table_TellsWhatDecidedInTheLanguageAsked()
    {
        string file = bench.Write("case.json", Vip);

        Assert.Equal(0, bench.Run("evaluate", file, "--as-of", AsOf));
        Assert.Equal("""
            Complaint CP-1: At risk as of 2026-11-20T08:00:00Z, until 2026-11-20T09:00:00.000000001Z
              CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)

            """, bench.Output.ReplaceLineEndings("\n"));

        Assert.Equal(0, bench.Run("evaluate", file, "--as-of", AsOf, "--lang", "zh"));
        Assert.Contains("预警", bench.Output);
    }

    [Fact]
    public void Evaluate_BadLines_AreNamedAndTheRestGoesOn()
    {
        string file = bench.Write("cases.jsonl", $"{Vip}\n{{\"type\":\"complaint\",\"id\":\"CP-3\",\"recievedAt\":1}}\n{{\"type\":\n{Vip.Replace("T02:", "T00:", StringComparison.Ordinal)}\n{Other}\n");

        Assert.Equal(2, bench.Run("evaluate", file, "--as-of", AsOf, "--format", "json"));

        Assert.Equal(2, bench.Lines.Length);
        Assert.Contains($"{file}:2:33: 'recievedAt' is no property of complaint. Did you mean 'receivedAt'?", bench.Error);
        Assert.Contains($"{file}:3:9: The JSON ends before it is complete", bench.Error);
        Assert.Contains($"{file}:4:1: Complaint CP-1, firstReply: '2026-11-20T00:00:00Z' is before", bench.Error);
    }

    [Theory]
    [InlineData("case.json", "", ":1:1: The file is empty.")]
    [InlineData("case.jsonl", "\n\n", ":1:1: The file is empty.")]
    [InlineData("case.json", "[{\"type\":\"complaint\"", ":1:21: The JSON ends before it is complete: the text is cut off. Give the whole of it.")]
    [InlineData("case.json", "{\"type\":\"parcel\",\"id\":\"1\"}", ":1:9: This is no type of fact.")]
    [InlineData("case.txt", "x", ": '.txt' is no known kind of file. Use .json, .jsonl or .csv, or say with --input what it is.")]
    [InlineData("case.csv", "a,b\n", " is CSV: say with --mapping which column is which.")]
    public void Evaluate_UnusableFile_SaysSo(string name, string text, string message)
    {
        string file = bench.Write(name, text);

        Assert.Equal(2, bench.Run("evaluate", file, "--as-of", AsOf));
        Assert.Contains(file + message, bench.Error);
    }

    [Fact]
    public void Evaluate_MixedCurrencies_AreOneUnusableCase()
    {
        string file = bench.Write("case.json", """{"type":"disputedCharge","id":"CH-1","chargedAt":"2026-11-01T00:00:00Z","overcharge":{"amount":1,"currency":"CNY"},"informationFees":{"amount":1,"currency":"USD"}}""");

        Assert.Equal(2, bench.Run("evaluate", file, "--as-of", AsOf));
        Assert.Contains("two currencies", bench.Error);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    [InlineData("-9998-01-01T00:00:00Z")]
    public void Evaluate_FirstAndLastInstantThereIs_Decides(string instant)
    {
        string file = bench.Write("case.json", Vip.Replace("2026-11-20T01:00:00Z", instant, StringComparison.Ordinal).Replace("\"2026-11-20T02:00:00Z\"", "null", StringComparison.Ordinal));

        Assert.Equal(0, bench.Run("evaluate", file, "--as-of", instant, "--format", "json"));
        Assert.Single(bench.Lines);
    }

    [Fact]
    public void Evaluate_Figures_AreThoseOfTheFile()
    {
        string file = bench.Write("case.json", Vip), figures = bench.Write("figures.json", """{"Complaints":{"Vip":"PT4H"}}""");

        Assert.Equal(0, bench.Run("evaluate", file, "--as-of", AsOf, "--figures", figures));
        Assert.Contains("Breached", bench.Output);

        Assert.Equal(2, bench.Run("evaluate", file, "--as-of", AsOf, "--figures", bench.Write("wrong.json", """{"Complaints":{"Vipp":"PT4H"}}""")));
        Assert.Contains("'Complaints:Vipp' is no figure", bench.Error);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "case.json")]
    [InlineData("evaluate", "case.json", "--as-of", "yesterday")]
    [InlineData("evaluate", "case.json", "--as-of", "2026-11-20T08:00:00Z", "--format", "xml")]
    [InlineData("evaluate", "missing.json", "--as-of", "2026-11-20T08:00:00Z")]
    [InlineData("devaluate")]
    public void Run_WrongArguments_AreUnusable(params string[] args)
    {
        Assert.Equal(2, bench.Run(args));
        Assert.NotEmpty(bench.Error);
        Assert.DoesNotContain("   at ", bench.Error);
    }

    [Fact]
    public void Explain_Case_NamesTheConditionsThatFailed()
    {
        Assert.Equal(0, bench.Run("explain", bench.Write("cases.json", $"[{Vip},{Other}]"), "--id", "CP-2", "--all", "--as-of", AsOf));

        Assert.Contains("* CMP-02 inadmissible", bench.Output);
        Assert.Contains("CMP-05 says nothing: Complaint CP-2: not 'filed by the account holder'", bench.Output);
    }

    [Fact]
    public void Catalogue_EitherForm_ListsEveryStandard()
    {
        string[] standards = [.. PolicyEngine.Create(ServiceStandards.Default).Catalogue.Select(entry => entry.Standard.Id)];

        Assert.Equal(0, bench.Run("catalogue", "--format", "json", "--off", "CMP-05"));
        Assert.Equal(standards, bench.Lines.Select(line => JsonElement.Parse(line).GetProperty("standard").GetString()));
        Assert.False(bench.Lines.Select(line => JsonElement.Parse(line)).Single(entry => entry.GetProperty("standard").GetString() == "CMP-05").GetProperty("enforced").GetBoolean());

        Assert.All(
            bench.Lines.Select(line => JsonElement.Parse(line)).Where(entry => !entry.GetProperty("configured").GetBoolean()),
            entry => Assert.Contains(entry.GetProperty("figures").EnumerateArray(), figure => figure.GetProperty("value").ValueKind == JsonValueKind.Null));

        Assert.All(
            bench.Lines.Select(line => JsonElement.Parse(line)).Where(entry => entry.GetProperty("figures").EnumerateArray().All(figure => figure.GetProperty("value").ValueKind == JsonValueKind.String)),
            entry => Assert.True(entry.GetProperty("configured").GetBoolean()));

        Assert.Equal(0, bench.Run("catalogue", "--lang", "zh"));
        Assert.Contains("首次答复客户", bench.Output);
        Assert.Contains("Complaints:Vip = PT8H (given)", bench.Output);
        Assert.Contains("Complaints:Extension = - (unset)", bench.Output);
    }

    public void Dispose() => bench.Dispose();
}
