using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.Tests;

public sealed class PolicyEngineTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    [Fact]
    public void Evaluate_VipComplaintAfterSevenHours_IsAtRiskUntilOneTickAfterDue()
    {
        Complaint complaint = new()
        {
            Id = "CP-1017",
            Tier = CustomerTier.Vip,
            ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0),
            FiledBy = Filer.AccountHolder,
            Ticket = "T-88231",
        };

        PolicyDecision decision = Engine.Evaluate(complaint, Instant.FromUtc(2026, 11, 20, 8, 0));

        Assert.Equal(PolicyOutcome.AtRisk, decision.Outcome);
        Assert.Equal("2026-11-20T09:00:00.000000001Z", decision.NextChange.ToString());
        Finding finding = Assert.Single(decision.Deciding);
        Assert.Equal("CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)", finding.Describe(CultureInfo.InvariantCulture));
        Assert.Equal("CMP-05 预警:8 小时内办结,2026-11-20T09:00:00Z 到期,还剩 1 小时(ZJ principles 3)", finding.Describe(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(decision.Findings, Engine.Timeline(new PolicyCase(complaint), new Interval(Instant.FromUtc(2026, 11, 20, 8, 0), Instant.FromUtc(2026, 11, 21, 8, 0))).At(Instant.FromUtc(2026, 11, 20, 8, 0)).Findings);
    }
}
