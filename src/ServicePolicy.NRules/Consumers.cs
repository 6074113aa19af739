using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>Which findings the rules of a plan ask each other for; the others need not travel through the network.</summary>
internal sealed class Consumers
{
    private readonly Consumption[][] byStandard;
    private readonly bool[] breaches;

    public Consumers(Plan plan)
    {
        ILookup<string, Consumption> all = plan.Nodes.SelectMany(node => node.Rules).SelectMany(rule => rule.Rule.Consumptions).ToLookup(consumption => consumption.Standard, StringComparer.Ordinal);
        HashSet<string> told = [.. plan.Nodes.SelectMany(node => node.Rules).SelectMany(rule => rule.Rule.BreachesOf)];
        breaches = Array.ConvertAll(plan.Standards, standard => told.Contains(standard.Id));
        byStandard = Array.ConvertAll(plan.Standards, standard => all[standard.Id].ToArray());
    }

    /// <summary>The finding as a fact that our rules match, if any asks for it.</summary>
    public HiddenFact? Fact(LoneFinding finding) => finding.IsClaim ? new ClaimFact(finding) : finding.IsClaimInDoubt || IsAskedFor(finding) ? new SpokenFact(finding) : null;

    /// <summary>Whether a rule is told of a finding as a breach, together with the fact.</summary>
    public bool IsTold(LoneFinding finding) => breaches[finding.Cell.Standard] && IsBreach(finding);

    /// <summary>Whether a consumption asks for a finding, or cannot tell that it does not.</summary>
    public static bool Asks(Consumption consumption, LoneFinding finding) => finding.Finding.Standard.Id == consumption.Standard && AsksOfStandard(consumption, finding);

    /// <summary>Whether a finding is a breach or a violation, or cannot be told to be none.</summary>
    public static bool IsBreach(LoneFinding finding) =>
        finding.Cell.Kind is FindingKind.Violation or FindingKind.Indeterminate || finding.Cell.State == FindingState.Breached;

    private static bool AsksOfStandard(Consumption consumption, LoneFinding finding) =>
        finding.Cell.Kind == FindingKind.Indeterminate
        || ((consumption.State == FindingState.None || finding.Cell.State == consumption.State)
            && (consumption.Class is null || finding.Finding.Class == consumption.Class));

    private bool IsAskedFor(LoneFinding finding)
    {
        if (IsTold(finding))
        {
            return true;
        }

        foreach (Consumption consumption in byStandard[finding.Cell.Standard])
        {
            if (AsksOfStandard(consumption, finding))
            {
                return true;
            }
        }

        return false;
    }
}
