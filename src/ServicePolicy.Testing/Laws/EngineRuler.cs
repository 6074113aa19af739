using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>What an engine says.</summary>
internal sealed class EngineRuler(PolicyEngine engine) : IRuler
{
    private static readonly Interval Window = new(CaseGenerator.Origin - Duration.FromDays(100), CaseGenerator.Origin + Duration.FromDays(600));

    public IReadOnlyList<Saying> Say(PolicyCase @case)
    {
        FindingList findings = engine.Timeline(@case, Window).Findings;
        List<Saying> sayings = new(findings.Count);
        foreach (Finding finding in findings)
        {
            Interval holds = finding.Holds;
            Ruling ruling = finding.Kind == FindingKind.Indeterminate ? Ruling.Unknown : new(finding.Kind, finding.State, finding.Class, finding.Amount, finding.Value);
            sayings.Add(new Saying(
                new About(finding.Standard.Id, finding.Subject),
                ruling,
                holds.HasStart ? holds.Start : Instant.MinValue,
                holds.HasEnd ? holds.End : Instant.MaxValue)
            {
                Inputs = finding.MissingInputs,
                Due = finding.Margin.Due,
                Other = finding.SupersededBy?.Id,
            });
        }

        return sayings;
    }

    public Answer Ask(PolicyCase @case, Instant asOf)
    {
        RequestDecision decision = engine.EvaluateRequest(@case, asOf);
        return new Answer(decision.Outcome, decision.Until, [.. decision.Deciding.Select(finding => finding.Standard.Id).Distinct().Order(StringComparer.Ordinal)]);
    }

    public NextChange Next(PolicyCase @case, Instant asOf) => engine.Evaluate(@case, asOf).NextChange;
}
