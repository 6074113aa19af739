using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>What a ladder of warnings and a reopening cost beside the findings that they add.</summary>
public static class ClockComparison
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Interval Window = new(Received, Received + Duration.FromDays(30));

    public static void Run(TextWriter output)
    {
        PolicyEngine plain = Engine(null), laddered = Engine(new WarningLadder(Enumerable.Range(1, 10).Select(i => ($"{i}0%", WarningStep.AtShare(i / 10m)))));
        Complaint complaint = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };
        PolicyCase open = new(complaint);
        PolicyCase reopened = new(complaint with { Resolved = Received + Duration.FromHours(3) }, [new ComplaintReopening { Id = "R", ComplaintId = "1", ReopenedAt = Received + Duration.FromHours(5) }]);
        PolicyCase elsewhere = new(complaint with { Resolved = Received + Duration.FromHours(3) }, [new ComplaintReopening { Id = "R", ComplaintId = "2", ReopenedAt = Received + Duration.FromHours(5) }]);
        Instant at = Received + Duration.FromHours(7);
        output.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"\nA complaint of {Count(plain, open)} findings over its time; with a ladder of ten points {Count(laddered, open)}; resolved and reopened {Count(plain, reopened)}:\n"));
        Comparison.Run(
            [
                new("timeline", 20_000, (_, count) => Times(count, () => Count(plain, open))),
                new("timeline, ladder of ten points", 20_000, (_, count) => Times(count, () => Count(laddered, open))),
                new("timeline of a case, reopened elsewhere", 20_000, (_, count) => Times(count, () => Count(plain, elsewhere))),
                new("timeline of a case, reopened", 20_000, (_, count) => Times(count, () => Count(plain, reopened))),
                new("decision", 100_000, (_, count) => Times(count, () => (int)plain.Evaluate(complaint, at).Outcome)),
                new("decision, ladder of ten points", 100_000, (_, count) => Times(count, () => (int)laddered.Evaluate(complaint, at).Outcome)),
            ],
            21,
            output);
    }

    private static PolicyEngine Engine(WarningLadder? ladder)
    {
        PolicyEngineOptions options = new();
        if (ladder is not null)
        {
            options.Warnings["CMP-05"] = ladder;
        }

        return PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { Reopening = ReopeningPolicy.GoesOn } }, options);
    }

    private static int Count(PolicyEngine engine, PolicyCase @case) => engine.Timeline(@case, Window).Findings.Count;

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
