using NodaTime;
using NRules.Fluent;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.NRules.Tests;

public sealed class PolicySessionFactoryTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly Interval Window = new(Received, Received + Duration.FromDays(30));
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };

    [Fact]
    public void CreateSession_HostRulesInTheSameSession_ChainWithOursBothWays()
    {
        PolicyEngineOptions options = new();
        options.RuleSets.Add(_ => new EscalationRuleSet());
        RuleRepository host = new();
        host.Load(rules => rules.From(typeof(EscalationRule)));
        PolicySessionFactory factory = new(new PolicyRuleRepository(PolicyEngine.Create(ServiceStandards.Default, options)), host);

        PolicySession session = factory.CreateSession(Window);
        session.Insert(Vip);
        session.Fire(TestContext.Current.CancellationToken);
        Assert.Empty(session.Query<Escalation>());

        session.AdvanceTo(Received + Duration.FromHours(9));
        session.Fire(TestContext.Current.CancellationToken);

        Assert.Equal(Received + Duration.FromHours(8) + Duration.Epsilon, Assert.Single(session.Query<Escalation>()).At);
        Assert.Contains(session.Query<FindingFact>(), finding => finding.Standard == "HST-01");

        session.Update(Vip with { Resolved = Received + Duration.FromHours(1) });
        session.Fire(TestContext.Current.CancellationToken);

        Assert.Empty(session.Query<Escalation>());
        Assert.DoesNotContain(session.Query<FindingFact>(), finding => finding.Standard == "HST-01");
    }

    [Fact]
    public void GetRuleSets_OfAnEngine_CarryNameTagsPriorityAndPieces()
    {
        PolicyRuleRepository repository = new(PolicyEngine.Create(ServiceStandards.Default));

        Assert.Contains("Complaints", repository.GetRuleSets().Select(set => set.Name));
        global::NRules.RuleModel.IRuleDefinition[] rules = [.. repository.GetRuleSets().SelectMany(set => set.Rules)];
        global::NRules.RuleModel.IRuleDefinition breach = Assert.Single(rules, rule => rule.Name == "RFD-02");
        Assert.Equal("Refund where responsibility was not established in time", breach.Description);
        Assert.Equal(["RFD", "Major", "RFD-02"], breach.Tags);
        Assert.True(breach.Priority < rules.Where(rule => rule.Name.StartsWith("CMP-05", StringComparison.Ordinal)).Min(rule => rule.Priority));
        Assert.Equal(3, breach.LeftHandSide.ChildElements.Count);
    }

    [Theory]
    [InlineData("condition")]
    [InlineData("pair")]
    [InlineData("key")]
    [InlineData("body")]
    public void Evaluate_RuleThatThrows_NamesRuleStandardAndFactAsThePlanDoes(string where)
    {
        PolicyCase @case = new(Vip with { Id = "2" }, new Escalation { Id = "2", At = Received });

        RuleFaultException plan = Assert.Throws<RuleFaultException>(() => Engine(where, sessions: false).Evaluate(@case, Received));
        RuleFaultException sessions = Assert.Throws<RuleFaultException>(() => Engine(where, sessions: true).Evaluate(@case, Received));

        Assert.Equal(plan.Message, sessions.Message);
        Assert.Equal("BAD-01", sessions.Standard);
        Assert.Equal(new FactKey("Complaint", "2"), sessions.Fact);
        Assert.IsType<NotSupportedException>(sessions.InnerException);
    }

    private static PolicyEngine Engine(string where, bool sessions)
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new FaultyRuleSet(where));
        return PolicyEngine.Create(ServiceStandards.Default, sessions ? options.UseNRules() : options);
    }
}
