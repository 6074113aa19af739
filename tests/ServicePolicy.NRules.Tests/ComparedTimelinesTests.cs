using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.NRules.Tests;

public sealed class ComparedTimelinesTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };

    [Fact]
    public void CheckAgainstNRules_EnginesAgree_DecidesAsThePlan()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions().CheckAgainstNRules());
        PolicyDecision expected = PolicyEngine.Create(ServiceStandards.Default).Evaluate(Vip, Received);

        Assert.Equal(expected.Findings, engine.Evaluate(Vip, Received).Findings);
        Assert.Equal(expected.NextChange, engine.Evaluate(Vip, Received).NextChange);
    }

    [Fact]
    public void CheckAgainstNRules_BothRefuse_ThrowsWhatThePlanThrows()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions().CheckAgainstNRules());

        Assert.Throws<InvalidFactException>(() => engine.Evaluate(new DisputedCharge { Id = "D", ChargedAt = Received, Overcharge = Money.Cny(-10) }, Received));
    }

    [Fact]
    public void CheckAgainstNRules_RuleThatIsNoFunctionOfItsFacts_NamesTheFirstDifference()
    {
        PolicyEngineOptions options = new PolicyEngineOptions { IncludeCatalogue = false }.CheckAgainstNRules();
        options.RuleSets.Add(_ => new CountingRuleSet());

        EnginesDifferException difference = Assert.Throws<EnginesDifferException>(() => PolicyEngine.Create(ServiceStandards.Default, options).Evaluate(Vip, Received));

        Assert.Equal(new FactKey("Complaint", "1"), difference.Root);
        Assert.Equal(
            "The engines differ on Complaint 1: the plan says 'Complaint 1 CNT-01 violated: counts (ours), 2026-03-02T08:01:00Z/EndOfTime', NRules says "
            + "'Complaint 1 CNT-01 violated: counts (ours), 2026-03-02T08:02:00Z/EndOfTime'. See that every rule depends on its facts alone, and report the rest with the facts.",
            difference.Message);
    }

    /// <summary>A rule that says something else each time.</summary>
    private sealed class CountingRuleSet : RuleSet
    {
        public CountingRuleSet()
            : base("Counting", new Standard("CNT-01", Severity.Minor, "ours") { OwnTitle = "counts" })
        {
            int count = 0;
            Rule("CNT-01").For<Complaint>().Yield((complaint, to) => to.Violation(complaint.ReceivedAt + Duration.FromMinutes(++count)));
        }
    }
}
