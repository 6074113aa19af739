using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using ServicePolicy.Benchmarks.TenRules;

namespace ServicePolicy.Benchmarks;

/// <summary>One decision on the ten-rule workload; a thousand complaints an operation.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const int Complaints = 1_000;
    private readonly BenchComplaint[] complaints = TenRulesWorkload.Generate(Complaints);
    private readonly PolicyEngine engine = TenRulesWorkload.Engine;
    private readonly FindingBuffer lean = new();
    private readonly HandBuffer hand = new();
    private readonly RulesEnginePeer rulesEngine = new();
    private readonly Instant at = TenRulesWorkload.AsOf;

    [Benchmark(Baseline = true, OperationsPerInvoke = Complaints)]
    public int Hand_List()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += HandList.Decide(complaint, at).Findings.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Hand_Buffer()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            hand.Decide(complaint, at);
            sum += hand.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Evaluate_Fact()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += (int)engine.Evaluate(complaint, at).Outcome;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int EvaluateInto_Fact()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            engine.EvaluateInto(lean, complaint, at);
            sum += (int)lean.Outcome;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int RulesEngine_Fact()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += rulesEngine.Decide(complaint, at).Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Timeline_Fact()
    {
        int sum = 0;
        Interval window = new(at, at + Duration.FromDays(1));
        foreach (BenchComplaint complaint in complaints)
        {
            sum += (int)engine.Timeline(new PolicyCase(complaint), window).At(at).Outcome;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Explain_Fact()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += engine.Explain(new PolicyCase(complaint), at).Trace.Count;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Complaints)]
    public int Describe_Decision()
    {
        int sum = 0;
        foreach (BenchComplaint complaint in complaints)
        {
            sum += engine.Evaluate(complaint, at).Describe(CultureInfo.InvariantCulture).Length;
        }

        return sum;
    }
}
