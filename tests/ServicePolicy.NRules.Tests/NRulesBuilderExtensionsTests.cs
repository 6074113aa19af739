using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.NRules.Tests;

public sealed class NRulesBuilderExtensionsTests
{
    [Fact]
    public void UseNRules_EngineOfTheServices_SaysTheSameInSessions()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy().UseNRules().Services.BuildServiceProvider();
        Complaint complaint = new()
        {
            Id = "C1",
            ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0),
            Tier = CustomerTier.Vip,
            FiledBy = Filer.AccountHolder,
            Ticket = "T",
        };
        PolicyEngine engine = services.GetRequiredService<PolicyEngine>();

        foreach (int hours in (int[])[0, 6, 8, 9, 49])
        {
            Instant asOf = complaint.ReceivedAt + Duration.FromHours(hours);
            PolicyDecision expected = PolicyEngine.Create(ServiceStandards.Default).Evaluate(complaint, asOf), actual = engine.Evaluate(complaint, asOf);
            Assert.Equal(expected.Findings, actual.Findings);
            Assert.Equal(expected.NextChange, actual.NextChange);
        }
    }
}
