using NRules.Fluent.Dsl;
using ServicePolicy.Complaints;

namespace ServicePolicy.NRules.Tests;

/// <summary>A rule of a host, in NRules' own language: it matches our facts and findings, and makes a fact that ours match.</summary>
public sealed class EscalationRule : Rule
{
    public override void Define()
    {
        Complaint complaint = null!;
        FindingFact finding = null!;

        When()
            .Match(() => complaint, c => c.Tier == CustomerTier.Vip)
            .Match(() => finding, f => f.Standard == "CMP-05" && f.State == FindingState.Breached && f.Subject.Id == complaint.Id);

        Then()
            .Yield(_ => new Escalation { Id = complaint.Id, At = finding.Finding.Holds.Start });
    }
}
