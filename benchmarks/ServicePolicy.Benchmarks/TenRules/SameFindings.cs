using NodaTime;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>Checks, before anything is measured, that all engines find the same.</summary>
public static class SameFindings
{
    /// <summary>The number of findings that all agree on.</summary>
    public static int Check(BenchComplaint[] complaints, RulesEnginePeer? rulesEngine, int rulesEngineSample)
    {
        HandBuffer buffer = new();
        FindingBuffer lean = new();
        int total = 0;
        for (int i = 0; i < complaints.Length; i++)
        {
            BenchComplaint complaint = complaints[i];
            HandDecision hand = HandList.Decide(complaint, TenRulesWorkload.AsOf);
            string expected = Text(hand.Findings, hand.Outcome, hand.Next);
            total += hand.Findings.Count;

            PolicyDecision ours = TenRulesWorkload.Engine.Evaluate(complaint, TenRulesWorkload.AsOf);
            Demand("ServicePolicy", expected, Text(ours.Findings.Select(Convert), ours.Outcome, ours.NextChange.Instant ?? Instant.MaxValue), complaint);

            TenRulesWorkload.Engine.EvaluateInto(lean, complaint, TenRulesWorkload.AsOf);
            Demand("ServicePolicy, lean", expected, Text(lean.Findings.Select(Convert), lean.Outcome, lean.NextChange.Instant ?? Instant.MaxValue), complaint);

            buffer.Decide(complaint, TenRulesWorkload.AsOf);
            Demand("hand, buffer", expected, Text(buffer.Cells.Take(buffer.Count).Select(cell => Convert(cell, complaint)), buffer.Outcome, buffer.Next), complaint);

            if (rulesEngine is not null && i < rulesEngineSample)
            {
                Demand("RulesEngine", Text(hand.Findings, hand.Outcome, hand.Next), Text(rulesEngine.Decide(complaint, TenRulesWorkload.AsOf), hand.Outcome, hand.Next), complaint);
            }
        }

        return total;
    }

    public static string Text(IEnumerable<HandFinding> findings, PolicyOutcome outcome, Instant next) =>
        $"{outcome} until {next}: {string.Join("; ", findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal))}";

    public static HandFinding Convert(Finding finding)
    {
        Margin margin = finding.Margin;
        return new HandFinding(
            finding.Standard.Id,
            finding.Kind,
            finding.State,
            finding.Subject.Id,
            finding.Holds.Start,
            finding.Holds.HasEnd ? finding.Holds.End : Instant.MaxValue,
            margin.Start,
            margin.Limit,
            margin.Due,
            margin.Done,
            finding.Amount);
    }

    public static void Demand(string engine, string expected, string found, BenchComplaint complaint)
    {
        if (expected != found)
        {
            throw new InvalidOperationException($"{engine} differs on {complaint.Id}.\nexpected {expected}\nfound    {found}");
        }
    }

    private static HandFinding Convert(HandCell cell, BenchComplaint complaint) => new(
        $"TEN-0{cell.Standard}",
        cell.Kind,
        cell.State,
        complaint.Id,
        cell.Start,
        cell.End,
        cell.HasMargin ? cell.From : null,
        cell.HasMargin ? cell.Limit : null,
        cell.HasMargin ? cell.Due : null,
        cell.HasDone ? cell.Done : null,
        cell.HasAmount ? new Money(cell.Amount, cell.Currency) : null);
}
