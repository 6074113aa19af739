using BenchmarkDotNet.Attributes;
using ServicePolicy.Benchmarks.Compare;

namespace ServicePolicy.Benchmarks;

/// <summary>A stream of cases of eight facts, on one core and on two.</summary>
[MemoryDiagnoser]
public class StreamBenchmarks
{
    private const int Cases = 10_000;
    private readonly PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
    private readonly PolicyCase[] cases = [.. Enumerable.Range(0, Cases).Select(seed => JoinedCase.Generate(8, seed))];

    [Params(1, 2)]
    public int Degree { get; set; }

    [Benchmark(OperationsPerInvoke = Cases)]
    public async Task<int> EvaluateAll_Cases()
    {
        int sum = 0;
        await foreach (PolicyResult result in engine.EvaluateAllAsync(cases, JoinedCase.AsOf, new PolicyStreamOptions { Degree = Degree }))
        {
            sum += (int)result.Decision!.Outcome;
        }

        return sum;
    }
}
