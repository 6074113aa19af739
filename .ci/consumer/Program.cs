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
