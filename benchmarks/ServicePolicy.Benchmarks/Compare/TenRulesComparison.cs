using System.Globalization;
using NodaTime;
using ServicePolicy.Benchmarks.TenRules;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>The ten-rule workload on every engine there is.</summary>
public static class TenRulesComparison
{
    public static void Run(TextWriter output)
    {
        BenchComplaint[] complaints = TenRulesWorkload.Generate(100_000);
        RulesEnginePeer rulesEngine = new();
        int findings = SameFindings.Check(complaints, rulesEngine, 2_000);
        output.WriteLine($"{complaints.Length} generated complaints, {findings} findings; every engine found the same (RulesEngine on the first 2000).\n");

        Instant at = TenRulesWorkload.AsOf;
        PolicyEngine engine = TenRulesWorkload.Engine;
        FindingBuffer lean = new();
        HandBuffer buffer = new();
        Interval window = new(at, at + Duration.FromDays(1));
        List<Contender> contenders =
        [
            new("straight-line C#, list of records", complaints.Length, Each(i => HandList.Decide(complaints[i], at).Findings.Count)),
            new("straight-line C#, struct buffer", complaints.Length, Each(i =>
            {
                buffer.Decide(complaints[i], at);
                return buffer.Count;
            })),
            new("ServicePolicy, decision", complaints.Length, Each(i => (int)engine.Evaluate(complaints[i], at).Outcome)),
            new("ServicePolicy, lean into a buffer", complaints.Length, Each(i =>
            {
                engine.EvaluateInto(lean, complaints[i], at);
                return (int)lean.Outcome;
            })),
            new("ServicePolicy, decision with explanation and margin", 10_000, Each(i => engine.Evaluate(complaints[i], at).Findings.Sum(finding => finding.Describe(CultureInfo.InvariantCulture).Length + (finding.Slack is null ? 0 : 1)))),
            new("ServicePolicy, whole timeline", 20_000, Each(i => engine.Timeline(new PolicyCase(complaints[i]), window).Findings.Count)),
            new("RulesEngine 6.0.1", 5_000, Each(i => rulesEngine.Decide(complaints[i], at).Count)),
        ];
        Comparison.Run(contenders, 21, output);
        output.WriteLine($"\n{Comparison.Machine()}; 21 interleaved rounds.");

        static Func<int, int, long> Each(Func<int, int> decide) => (from, to) =>
        {
            long sum = 0;
            for (int i = from; i < to; i++)
            {
                sum += decide(i);
            }

            return sum;
        };
    }
}
