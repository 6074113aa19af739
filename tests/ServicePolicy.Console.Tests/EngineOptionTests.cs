using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class EngineOptionTests : IDisposable
{
    private const string AsOf = "2026-11-20T08:00:00Z";
    private const string Vip = """{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1","firstReply":"2026-11-20T02:00:00Z"}""";
    private const string Charge = """{"type":"disputedCharge","id":"D-1","chargedAt":"2026-11-20T01:00:00Z","overcharge":"10 CNY","complaintId":"CP-1"}""";
    private static readonly string[] Engines = ["plan", "nrules", "both"];
    private readonly Bench bench = new();

    [Fact]
    public void Evaluate_WhateverTheEngine_WritesTheSame()
    {
        string file = bench.Write("cases.jsonl", $"{Vip}\n{Vip.Replace("CP-1", "CP-2", StringComparison.Ordinal).Replace("vip", "ordinary", StringComparison.Ordinal)}\n");

        string[] outputs = [.. Engines.Select(engine =>
        {
            Assert.Equal(0, bench.Run("evaluate", file, "--as-of", AsOf, "--format", "json", "--engine", engine));
            return bench.Output;
        })];

        Assert.Contains("CP-2", outputs[0]);
        Assert.Single(outputs.Distinct());
    }

    [Fact]
    public void Evaluate_UnknownEngine_SaysWhichThereAre()
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", Vip), "--as-of", AsOf, "--engine", "rete"));

        Assert.All(Engines, engine => Assert.Contains($"'{engine}'", bench.Error));
    }

    [Fact]
    public void Explain_InNRules_ListsTheRulesThatFiredInOrder()
    {
        string file = bench.Write("case.json", $"[{Vip},{Charge}]");

        Assert.Equal(0, bench.Run("explain", file, "--id", "CP-1", "--as-of", AsOf, "--engine", "nrules"));

        string[] fired = [.. bench.Lines.SkipWhile(line => !line.Contains("fired in NRules", StringComparison.Ordinal))];
        Assert.Contains(fired, line => line.Contains("CMP-05", StringComparison.Ordinal) && line.Contains("created", StringComparison.Ordinal) && line.Contains("Complaint CP-1", StringComparison.Ordinal));
        Assert.DoesNotContain(fired, line => line.Contains("CMP-02", StringComparison.Ordinal));

        Assert.Equal(0, bench.Run("explain", file, "--id", "CP-1", "--as-of", AsOf));
        Assert.DoesNotContain("fired in NRules", bench.Output);
    }

    [Fact]
    public void Check_ByBothEngines_ComparesAndChecks()
    {
        string fixture = bench.Write("fixture.json", $$"""[{"description":"a VIP's complaint","case":{{Vip}},"expect":[{"asOf":"{{AsOf}}","outcome":"atRisk","deciding":["CMP-05"]}]}]""");

        Assert.Equal(0, bench.Run("check", fixture, "--engine", "both"));
        Assert.Contains("1 as expected", bench.Output);
    }

    public void Dispose() => bench.Dispose();
}
