using System.Diagnostics;
using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>How cost grows: with the facts of a case, with cores, and before the first decision.</summary>
public static class ScalingComparison
{
    public static void Run(TextWriter output)
    {
        Facts(output);
        Cores(output);
        Build(output);
        StartUp(output);
    }

    private static void Facts(TextWriter output)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        output.WriteLine("\nCases of complaints with charges joined by key, 100,000 facts in all, so that none is in a cache already; decisions, the cost a fact:\n");
        const int All = 100_000;
        Comparison.Run(
            [.. new[] { 1_000, 10_000, All }.Select(size => Deciding(
                $"{size} facts a case",
                [.. Enumerable.Range(1, All / size).Select(seed => JoinedCase.Generate(size, seed))]))],
            21,
            output);

        Contender Deciding(string name, PolicyCase[] cases) => new(name, All, (_, _) => cases.Sum(@case => (long)engine.Evaluate(@case, JoinedCase.AsOf).Outcome));
    }

    private static void Cores(TextWriter output)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        PolicyCase[] cases = [.. Enumerable.Range(0, 20_000).Select(seed => JoinedCase.Generate(8, seed))];
        output.WriteLine("\nA stream of cases of 8 facts:\n");
        Comparison.Run([Degree(1), Degree(2)], 21, output);
        output.WriteLine("\nWhat two cores of this machine come to, in arithmetic that shares nothing:\n");
        Comparison.Run([Arithmetic(1), Arithmetic(2)], 21, output);

        Contender Degree(int degree) => new($"{degree} core{(degree == 1 ? string.Empty : "s")}", cases.Length, (_, count) => Drain(engine, cases.Take(count), degree).GetAwaiter().GetResult());
    }

    private static Contender Arithmetic(int degree) => new($"{degree} core{(degree == 1 ? string.Empty : "s")}", 20_000_000, (_, count) =>
    {
        long[] sums = new long[degree];
        Parallel.For(0, degree, new ParallelOptions { MaxDegreeOfParallelism = degree }, core =>
        {
            uint sum = (uint)core;
            for (int i = 0; i < count / degree; i++)
            {
                sum = unchecked(sum * 1_664_525 + 1_013_904_223);
            }

            sums[core] = sum;
        });
        return sums.Sum();
    });

    private static async Task<long> Drain(PolicyEngine engine, IEnumerable<PolicyCase> cases, int degree)
    {
        long sum = 0;
        await foreach (PolicyResult result in engine.EvaluateAllAsync(cases, JoinedCase.AsOf, new PolicyStreamOptions { Degree = degree }))
        {
            sum += (int)result.Decision!.Outcome;
        }

        return sum;
    }

    private static void Build(TextWriter output)
    {
        double[] times = [.. Enumerable.Range(0, 200).Select(_ => Time(() => PolicyEngine.Create(ServiceStandards.Default)))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nBuilding the engine, warm: {Comparison.Median(times.Skip(100)):0.00} ms."));
    }

    private static void StartUp(TextWriter output)
    {
        double[] empty = new double[15], decided = new double[15];
        for (int i = 0; i < empty.Length; i++)
        {
            empty[i] = Time(() => Start("empty"));
            decided[i] = Time(() => Start("first-decision"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Process start to first decision: {Comparison.Median(decided):0} ms; an empty program: {Comparison.Median(empty):0} ms; the difference, median of pairs: {Comparison.Median(decided.Zip(empty, (own, other) => own - other)):0} ms."));
    }

    /// <summary>The decision of a program that does nothing else.</summary>
    public static PolicyOutcome FirstDecision() => PolicyEngine.Create(ServiceStandards.Default).Evaluate(
        new Complaint { Id = "CP-1", ReceivedAt = Instant.FromUtc(2026, 6, 29, 12, 0), Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T-1" },
        JoinedCase.AsOf).Outcome;

    private static void Start(string what)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, $"\"{typeof(ScalingComparison).Assembly.Location}\" {what}") { RedirectStandardOutput = true };
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.Arguments = what;
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
