using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.Tests.DependencyInjection;

/// <summary>A whole host: its own fact, standard and rule set, and a clause switched off.</summary>
public sealed class HostOfTenLinesTests
{
    [Fact]
    public void Host_OfTenLines_Decides()
    {
        using StringWriter output = new();
        IClock clock = FakeClock.FromUtc(2026, 11, 20, 9, 50, 0);

        var services = new ServiceCollection().AddSingleton(clock);
        services.AddServicePolicy().SwitchOff("CMP-04").AddRules<VisitRules>();
        using var host = services.BuildServiceProvider();

        var engine = host.GetRequiredService<PolicyEngine>();
        var visit = new Visit { Id = "V-1", AgreedFor = Instant.FromUtc(2026, 11, 20, 9, 0) };
        var complaint = new Complaint { Id = "CP-1", ReceivedAt = Instant.FromUtc(2026, 11, 17, 1, 0), FiledBy = Filer.AccountHolder, Tier = CustomerTier.Ordinary, Ticket = "T-1" };
        foreach (IFact fact in (IFact[])[visit, complaint])
            foreach (Finding finding in engine.EvaluateNow(fact, host.GetRequiredService<IClock>()).Deciding)
                output.WriteLine(finding);

        Assert.Equal(
            """
            ACME-01 at risk: A technician comes within an hour, due 2026-11-20T10:00:00Z, 10 min left (ACME promise 1)
            CMP-05 breached: resolve within 48 h, was due 2026-11-19T01:00:00Z, 1 d 8 h late (ZJ principles 3)

            """,
            output.ToString(),
            ignoreLineEndingDifferences: true);
    }
}
