using NRules.Fluent.Dsl;
using ServicePolicy.Complaints;

namespace ServicePolicy.NRules.Tests.Docs;

public sealed class EscalateBreach : Rule
{
    public override void Define()
    {
        Complaint complaint = null!;
        FindingFact breach = null!;

        When()
            .Match(() => complaint, c => c.Tier == CustomerTier.Vip)
            .Match(() => breach, b => b.State == FindingState.Breached, b => b.Subject.Id == complaint.Id);

        Then()
            .Do(_ => Console.WriteLine($"{complaint.Id} goes to the manager on duty. {breach.Finding}"));
    }
}
