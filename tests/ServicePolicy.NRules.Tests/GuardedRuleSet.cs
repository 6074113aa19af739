using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;

namespace ServicePolicy.NRules.Tests;

/// <summary>Conditions that may be asked only where the one before them holds: whoever asks them out of turn finds a rule that throws.</summary>
internal sealed class GuardedRuleSet : RuleSet
{
    public GuardedRuleSet()
        : base("Guarded", Enumerable.Range(1, 5).Select(number => new Standard($"GRD-{number:00}", Severity.Minor, "ours") { OwnTitle = $"guard {number}" }))
    {
        Rule("GRD-01").For<Complaint>()
            .When("a first reply", complaint => complaint.FirstReply.Instant is not null)
            .When("not before it was taken", complaint => complaint.FirstReply.Instant!.Value >= complaint.ReceivedAt)
            .Join<DisputedCharge>(complaint => complaint.FirstReply.Instant!.Value > complaint.ReceivedAt ? complaint.Id : null, charge => charge.ComplaintId)
            .Yield((complaint, _, to) => to.Violation(complaint.ReceivedAt));

        // The guard looks at both facts and what it guards at one, which NRules asks earlier in rules written in its own language.
        Rule("GRD-02").For<Complaint>()
            .Join<DisputedCharge>(complaint => complaint.Id, charge => charge.ComplaintId)
            .When("fees, of a complaint with a ticket", (complaint, charge) => charge.InformationFees is not null && complaint.Ticket.Exists == YesNo.Yes)
            .When("high fees", (_, charge) => charge.InformationFees!.Value.Amount >= 30)
            .Yield((complaint, _, to) => to.Violation(complaint.ReceivedAt));

        Rule("GRD-03").For<Complaint>()
            .When("resolved", complaint => complaint.Resolved.Instant is not null)
            .Without<DisputedCharge>("no charge disputed", complaint => complaint.Resolved.Instant!.Value > complaint.ReceivedAt ? complaint.Id : null, charge => charge.ComplaintId)
            .Yield((complaint, to) => to.Violation(complaint.Resolved.Instant!.Value));

        Rule("GRD-04").For<Complaint>()
            .When("resolved", complaint => complaint.Resolved.Instant is not null)
            .Collect<DisputedCharge>(complaint => complaint.Resolved.Instant!.Value >= complaint.ReceivedAt ? complaint.Id : null, charge => charge.ComplaintId)
            .When("several", (_, charges) => charges.Count > 1)
            .When("the second after the first", (_, charges) => charges[1].ChargedAt >= charges[0].ChargedAt)
            .Yield((complaint, _, to) => to.Violation(complaint.ReceivedAt));

        Rule("GRD-05").For<Complaint>()
            .When("resolved", complaint => complaint.Resolved.Instant is not null)
            .While("GRD-02")
            .Yield((complaint, to) => to.Violation(complaint.Resolved.Instant!.Value));
    }
}
