using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;

namespace ServicePolicy.NRules.Tests;

/// <summary>Every shape a rule can have, whether or not a family of the catalogue has it.</summary>
internal sealed class ShapesRuleSet : RuleSet
{
    public ShapesRuleSet()
        : base("Shapes", Enumerable.Range(1, 8).Select(number => new Standard($"SHP-0{number}", Severity.Minor, "ours") { OwnTitle = $"shape {number}" }))
    {
        Rule("SHP-01").For<DisputedCharge>()
            .Join<Complaint>(charge => charge.ComplaintId, complaint => complaint.Id)
            .When("VIP", (_, complaint) => complaint.Tier.Is(CustomerTier.Vip), nameof(Complaint.Tier))
            .Yield((charge, complaint, ref to) => to.Violation(complaint.ReceivedAt));

        Rule("SHP-02").For<Complaint>()
            .Without<DisputedCharge>("no charge disputed", complaint => complaint.Id, charge => charge.ComplaintId)
            .Yield((complaint, ref to) => to.Permission(complaint.ReceivedAt));

        Rule("SHP-03").For<Complaint>()
            .From("CMP-05", FindingState.AtRisk)
            .Yield((complaint, ref to) => to.Violation(to.Since));

        Rule("SHP-04").For<Complaint>()
            .Except("CMP-05", FindingState.AtRisk)
            .Yield((complaint, ref to) => to.Permission(complaint.ReceivedAt));

        Rule("SHP-05").For<Complaint>()
            .Collect<DisputedCharge>(complaint => complaint.Id, charge => charge.ComplaintId)
            .Yield((complaint, charges, ref to) => to.Measure(charges.Count, new Interval(complaint.ReceivedAt, null)));

        Rule("SHP-06").For<Complaint>()
            .At("CMP-05", complaint => complaint.ReceivedAt + Duration.FromHours(40))
            .Yield((complaint, ref to) => to.Classification("had a limit", new Interval(complaint.ReceivedAt, null)));

        Rule("SHP-07").For<Complaint>()
            .StartingIn("RFD-01", complaint => new Interval(complaint.ReceivedAt, complaint.ReceivedAt + Duration.FromHours(48)))
            .Yield((complaint, ref to) => to.Violation(complaint.ReceivedAt));

        Rule("SHP-08").For<Complaint>()
            .While("SHP-06", of: Subject.First)
            .Except("RFD-01", FindingState.Owed, Subject.Any)
            .Yield((complaint, ref to) => to.Limit(complaint.ReceivedAt, Time.TimeLimit.FromHours(30), complaint.FirstReply));
    }

    public static PolicyEngineOptions Options()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new ShapesRuleSet());
        return options;
    }
}
