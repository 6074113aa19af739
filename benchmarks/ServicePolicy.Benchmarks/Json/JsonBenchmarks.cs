using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace ServicePolicy.Benchmarks.Json;

/// <summary>A complaint from JSON, its decision to JSON and in words, beside System.Text.Json on plain records of equal content.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly JsonWorkload workload = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = JsonWorkload.Count)]
    public int Read_Plain() => Each(workload.ReadPlain);

    [Benchmark(OperationsPerInvoke = JsonWorkload.Count)]
    public int Read_Case() => Each(workload.Read);

    [Benchmark(OperationsPerInvoke = JsonWorkload.Count)]
    public int Write_Plain() => Each(workload.WritePlain);

    [Benchmark(OperationsPerInvoke = JsonWorkload.Count)]
    public int Write_Decision() => Each(workload.Write);

    [Benchmark(OperationsPerInvoke = JsonWorkload.Count)]
    public int Describe_Finding() => Each(i => workload.Decisions[i].Findings[0].Describe(CultureInfo.InvariantCulture).Length);

    private static int Each(Func<int, int> one)
    {
        int sum = 0;
        for (int i = 0; i < JsonWorkload.Count; i++)
        {
            sum += one(i);
        }

        return sum;
    }
}
