using NodaTime;
using NodaTime.Text;
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

Console.WriteLine("Nobody resolves it:");
PolicySession session = factory.CreateSession(received);
session.Insert(complaint);
session.Fire();
Show(session);
while (session.NextChange.TryGetInstant(out Instant? next))
{
    session.AdvanceTo(next.Value);
    session.Fire();
    Show(session);
}

Console.WriteLine();
Console.WriteLine("Resolved after three hours:");
PolicySession other = factory.CreateSession(received);
other.Insert(complaint);
other.Fire();
other.AdvanceTo(received + Duration.FromHours(3));
other.Update(complaint with { Resolved = received + Duration.FromHours(3) });
other.Fire();
other.AdvanceTo(received + Duration.FromDays(30));
other.Fire();
Show(other);

static void Show(PolicySession session)
{
    Console.WriteLine($"{InstantPattern.ExtendedIso.Format(session.Instant)}, next change {session.NextChange}");
    foreach (FindingFact finding in session.Query<FindingFact>().AsEnumerable().OrderBy(finding => finding.Standard))
    {
        Console.WriteLine($"  {finding}");
    }

    foreach (Escalation escalation in session.Query<Escalation>())
    {
        Console.WriteLine($"  {escalation}");
    }
}
