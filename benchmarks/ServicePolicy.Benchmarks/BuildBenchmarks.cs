using BenchmarkDotNet.Attributes;
using ServicePolicy.Benchmarks.TenRules;

namespace ServicePolicy.Benchmarks;

/// <summary>Building an engine: figures checked, rules made, the plan put in order.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    [Benchmark]
    public PolicyEngine Create_TenRules() => TenRulesWorkload.CreateEngine();

    [Benchmark]
    public PolicyEngine Create_AllStandards() => PolicyEngine.Create(ServiceStandards.Default);
}
