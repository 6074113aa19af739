using NRules.Fluent.Dsl;
using ServicePolicy.Complaints;
using ServicePolicy.NRules;

namespace ServicePolicy.Samples.Sessions;

/// <summary>A rule of the host: a VIP's complaint that is breached is escalated. It matches a fact of ours and a finding of ours.</summary>
public sealed class EscalationRule : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Complaint complaint = null!;
        FindingFact finding = null!;

        When()
            .Match(() => complaint, c => c.Tier == CustomerTier.Vip)
            .Match(() => finding, f => f.Standard == "CMP-05" && f.State == FindingState.Breached, f => f.Subject.Id == complaint.Id);

        Then()
            .Yield(_ => new Escalation(complaint.Id, finding.Finding.Holds.Start));
    }
}
