using NRules.Fluent;
using NRules.Fluent.Dsl;
using ServicePolicy.NRules;
using System.Globalization;
using NodaTime;
using ServicePolicy;
using ServicePolicy.Complaints;

var engine = PolicyEngine.Create(ServiceStandards.Default);

var complaint = new Complaint
{
    Id = "CP-1017",
    Tier = CustomerTier.Vip,
    ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0),     // Resolved is left out: it has not happened
    FiledBy = Filer.AccountHolder,
    Ticket = "T-88231",
};

PolicyDecision decision = engine.Evaluate(complaint, asOf: Instant.FromUtc(2026, 11, 20, 8, 0));

Console.WriteLine($"{decision.Outcome} until {decision.NextChange}");   // AtRisk until 2026-11-20T09:00:00.000000001Z
foreach (Finding finding in decision.Deciding)
    Console.WriteLine(finding.Describe(CultureInfo.InvariantCulture));
// CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)

RuleRepository own = new();
own.Load(rules => rules.From(typeof(EscalateBreach)));
var sessions = new PolicySessionFactory(new PolicyRuleRepository(engine), own);

PolicySession session = sessions.CreateSession(asOf: Instant.FromUtc(2026, 11, 20, 8, 0));
session.Insert(complaint);
session.Fire();                                                          // CMP-05 is at risk, and the rule below is silent

session.AdvanceTo(session.NextChange.Instant!.Value);
session.Fire();
// CP-1017 goes to the manager on duty. CMP-05 breached: resolve within 8 h, was due 2026-11-20T09:00:00Z (ZJ principles 3)

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
