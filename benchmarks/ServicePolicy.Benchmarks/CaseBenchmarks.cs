using BenchmarkDotNet.Attributes;
using ServicePolicy.Benchmarks.Compare;

namespace ServicePolicy.Benchmarks;

/// <summary>One case of complaints with charges joined by key: the cost should grow with the facts, and no faster.</summary>
[MemoryDiagnoser]
public class CaseBenchmarks
{
    private readonly PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
    private PolicyCase? joined;

    [Params(1_000, 10_000, 100_000)]
    public int Facts { get; set; }

    [GlobalSetup]
    public void Setup() => joined = JoinedCase.Generate(Facts);

    [Benchmark]
    public PolicyOutcome Evaluate_JoinedCase() => engine.Evaluate(joined!, JoinedCase.AsOf).Outcome;
}
