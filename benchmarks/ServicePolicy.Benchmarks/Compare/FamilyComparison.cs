using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>What each family of standards costs, where it is asked and where it is only there.</summary>
public static class FamilyComparison
{
    private const int Rounds = 21;
    private const int Engines = 20;
    private static readonly string[] FirstFour = ["CMP", "RFD", "CRD", "HND"];
    private static readonly int[] Utterances = [100, 1_000, 10_000];

    public static void Run(TextWriter output)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        Decisions(engine, output);
        Alone(engine, output);
        Building(output);
        Conversations(engine, output);
        Duties(engine, output);
        output.WriteLine($"\n{Comparison.Machine()}; {Rounds} interleaved rounds.");
    }

    private static void Decisions(PolicyEngine engine, TextWriter output)
    {
        foreach ((string name, PolicyCase @case) in FamilyCases.All)
        {
            PolicyDecision decision = engine.Evaluate(@case, FamilyCases.At);
            if (decision.Findings.Count == 0 || decision.Findings.Any(finding => finding.Kind == FindingKind.Indeterminate))
            {
                throw new InvalidOperationException($"'{name}' is no usual case, of which everything is known: {decision.Describe(CultureInfo.InvariantCulture)}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nA usual case of each family, all known, decided by the whole handbook. Findings: {string.Join(", ", FamilyCases.All.Select(family => $"{family.Name[..3]} {engine.Evaluate(family.Case, FamilyCases.At).Findings.Count}"))}.\n"));
        Comparison.Run([.. FamilyCases.All.Select(family => Deciding(family.Name, engine, family.Case))], Rounds, output);
    }

    private static void Alone(PolicyEngine engine, TextWriter output)
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.UnionWith(engine.Catalogue.Select(entry => entry.Standard.Family).Except(FirstFour));
        PolicyEngine four = PolicyEngine.Create(ServiceStandards.Default, options);
        foreach ((string name, PolicyCase @case) in FamilyCases.All.Where(family => family.Name[..3] is "CMP" or "HND"))
        {
            output.WriteLine($"\n{name}, by an engine of four families and by one of all eleven:\n");
            Comparison.Run([Deciding("four families", four, @case), Deciding("eleven families", engine, @case)], Rounds, output);
        }
    }

    private static void Building(TextWriter output)
    {
        double[] times = new double[200];
        for (int i = 0; i < times.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            PolicyEngine.Create(ServiceStandards.Default);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        PolicyEngine[] kept = [.. Enumerable.Range(0, Engines).Select(_ => PolicyEngine.Create(ServiceStandards.Default))];
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nBuilding an engine of the whole handbook, warm: {Comparison.Median(times.Skip(100)):0.00} ms. An engine that is kept: {held / 1024.0 / Engines:N0} kB."));
    }

    private static void Conversations(PolicyEngine engine, TextWriter output)
    {
        output.WriteLine("\nConversations, the cost an utterance:\n");
        Comparison.Run([.. Utterances.Select(size => OfParts($"{size} utterances", size, engine, FamilyCases.Conversation(size)))], Rounds, output);

        static Contender OfParts(string name, int parts, PolicyEngine engine, PolicyCase @case) =>
            new(name, parts, (_, _) => (int)engine.Evaluate(@case, FamilyCases.At + Duration.FromDays(1)).Outcome);
    }

    private static void Duties(PolicyEngine engine, TextWriter output)
    {
        PolicyCase duties = FamilyCases.Duties(days: 365), twoYears = FamilyCases.Duties(days: 730);
        int found = Count(duties, 365);
        PolicyCase visits = FamilyCases.Visits(found / 4);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nTimelines, the cost a finding: visits with plain limits, {visits.Facts.Length} facts and {Count(visits, 365)} findings; the daily duties of a unit in a year, {duties.Facts.Length} facts and {found} findings, and in two:\n"));
        Comparison.Run([OfFindings("visits", visits, 365), OfFindings("daily duties of a year", duties, 365), OfFindings("daily duties of two years", twoYears, 730)], Rounds, output);
        output.WriteLine("\nThe same duties, decided at one instant:\n");
        Comparison.Run([Deciding("of a year", engine, duties), Deciding("of two years", engine, twoYears)], Rounds, output);

        int Count(PolicyCase @case, int days) => engine.Timeline(@case, FamilyCases.Days(days)).Findings.Count;
        Contender OfFindings(string name, PolicyCase @case, int days) => new(name, Count(@case, days), (_, _) => Count(@case, days));
    }

    /// <summary>As many decisions a round as some fifty milliseconds have, once the code is compiled for good.</summary>
    private static Contender Deciding(string name, PolicyEngine engine, PolicyCase @case)
    {
        const int Tried = 10, Round = 50;
        Func<int> decide = () => (int)engine.Evaluate(@case, FamilyCases.At).Outcome;
        double took = 0;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalMilliseconds < 6 * Round;)
        {
            long one = Stopwatch.GetTimestamp();
            Times(Tried, decide);
            took = Stopwatch.GetElapsedTime(one).TotalMilliseconds / Tried;
        }

        return new(name, Math.Max((int)(Round / took), 1), (_, times) => Times(times, decide));
    }

    private static long Times(int count, Func<int> act)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += act();
        }

        return sum;
    }
}
