using NodaTime;
using NRules.Fluent;
using ServicePolicy.Complaints;
using Xunit;

#pragma warning disable xUnit1051 // The README shows its lines as a host writes them, without the token of a test.

namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>The example of the README in NRules, run.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_OfTheReadme_FiresTheRuleOfTheHostWhenTheBreachBegins()
    {
        var engine = PolicyEngine.Create(ServiceStandards.Default);
        var complaint = new Complaint
        {
            Id = "CP-1017",
            Tier = CustomerTier.Vip,
            ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0),
            FiledBy = Filer.AccountHolder,
            Ticket = "T-88231",
        };

        RuleRepository own = new();
        own.Load(rules => rules.From(typeof(EscalateBreach)));
        var sessions = new PolicySessionFactory(new PolicyRuleRepository(engine), own);

        PolicySession session = sessions.CreateSession(asOf: Instant.FromUtc(2026, 11, 20, 8, 0));
        session.Insert(complaint);
        session.Fire();                                                          // CMP-05 is at risk, and the rule below is silent

        Assert.Empty(Console.Text);

        session.AdvanceTo(session.NextChange.Instant!.Value);
        session.Fire();
        // CP-1017 goes to the manager on duty. CMP-05 breached: resolve within 8 h, was due 2026-11-20T09:00:00Z (ZJ principles 3)

        Assert.Equal(
            "CP-1017 goes to the manager on duty. CMP-05 breached: resolve within 8 h, was due 2026-11-20T09:00:00Z (ZJ principles 3)",
            Console.Text.TrimEnd());
    }
}
