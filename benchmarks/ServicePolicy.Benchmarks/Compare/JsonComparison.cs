using System.Globalization;
using ServicePolicy.Benchmarks.Json;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>Reading and writing beside System.Text.Json's generated reader and writer on plain records of equal content, with NodaTime's converters.</summary>
public static class JsonComparison
{
    private const int Rounds = 21;

    /// <summary>How many are read or written in a round; the complaints come again and again, so that all code is compiled for good before it is measured.</summary>
    private const int Count = 20 * JsonWorkload.Count;

    public static void Run(TextWriter output)
    {
        JsonWorkload workload = new();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nReading a complaint of {workload.Texts.Average(text => text.Length):0} bytes:\n"));
        Comparison.Run([Of("System.Text.Json, plain record", workload.ReadPlain), Of("ServicePolicy, case", workload.Read)], Rounds, output);

        Finding[] findings = [.. workload.Decisions.SelectMany(decision => decision.Findings)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nWriting its decision, of {(double)findings.Length / JsonWorkload.Count:0.0} findings, each with its message:\n"));
        Comparison.Run([Of("System.Text.Json, plain records with the messages in them", workload.WritePlain), Of("ServicePolicy, decision", workload.Write)], Rounds, output);

        output.WriteLine("\nThe message of a finding:\n");
        Comparison.Run([Of("finding in words", i => findings[i % findings.Length].Describe(CultureInfo.InvariantCulture).Length)], Rounds, output);
    }

    private static Contender Of(string name, Func<int, int> one) => new(name, Count, (from, to) =>
    {
        long sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += one(i % JsonWorkload.Count);
        }

        return sum;
    });
}
