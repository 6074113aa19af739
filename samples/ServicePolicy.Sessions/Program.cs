using NodaTime;
using NRules;
using NRules.Fluent;
using ServicePolicy;
using ServicePolicy.Complaints;
using ServicePolicy.NRules;
using ServicePolicy.Samples.Sessions;

RuleRepository host = new();
host.Load(rules => rules.From(typeof(EscalationRule)));
PolicySessionFactory factory = new(new PolicyRuleRepository(PolicyEngine.Create(ServiceStandards.Default)), host);

Instant received = Instant.FromUtc(2026, 11, 20, 1, 0);
Complaint complaint = new() { Id = "CP-1017", Tier = CustomerTier.Vip, ReceivedAt = received, FiledBy = Filer.AccountHolder, Ticket = "T-88231" };

ISession session = factory.CreateSession(new Interval(received, received + Duration.FromDays(30)));
session.Insert(complaint);
session.Fire();
Show("taken, and nothing more");

session.Update(complaint with { Resolved = received + Duration.FromHours(3) });
session.Fire();
Show("resolved after three hours");

void Show(string what)
{
    Console.WriteLine(what);
    foreach (FindingFact finding in session.Query<FindingFact>().AsEnumerable().OrderBy(finding => finding.Finding.Holds.Start))
    {
        Console.WriteLine($"  {finding}");
    }

    foreach (Escalation escalation in session.Query<Escalation>())
    {
        Console.WriteLine($"  {escalation}");
    }
}
