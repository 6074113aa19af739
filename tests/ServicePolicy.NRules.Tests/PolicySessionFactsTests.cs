using NodaTime;
using NRules;
using NRules.Fluent;
using ServicePolicy.Complaints;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Refunds;
using Xunit;

namespace ServicePolicy.NRules.Tests;

/// <summary>A session refuses what the engine refuses, with the same exception, and is then as it was (S32).</summary>
public sealed class PolicySessionFactsTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly PolicySessionFactory Factory = new(new PolicyRuleRepository(Engine));
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };
    private static readonly Complaint ResolvedBeforeTaken = Vip with { Resolved = Received - Duration.Epsilon };
    private static readonly DisputedCharge Charge = new() { Id = "D", ChargedAt = Received, Overcharge = Money.Cny(10), ChargingErrorEstablished = Received };
    private static readonly DisputedCharge Negative = Charge with { Overcharge = Money.Cny(-10) };

    [Fact]
    public void Insert_FactThatCannotBe_ThrowsWhatTheEngineThrowsAndLeavesTheSessionAsItWas()
    {
        PolicySession session = Factory.CreateSession(Received);
        InvalidFactException expected = Assert.Throws<InvalidFactException>(() => Engine.Evaluate(Negative, Received));

        foreach (Action insert in (Action[])[() => session.Insert(Negative), () => session.TryInsert(Negative), () => session.InsertAll([Vip, Negative]), () => session.TryInsertAll([Vip, Negative], BatchOptions.SkipFailed)])
        {
            Assert.Equal(expected.Message, Assert.Throws<InvalidFactException>(insert).Message);
            Assert.Empty(session.Query<object>());
            Assert.Equal(0, Fire(session));
        }

        session.InsertAll([Vip, Charge]);
        Fire(session);
        Assert.Equal(Engine.Evaluate(new PolicyCase(Vip, Charge), Received).Findings, session.Timeline(Vip).At(Received).Findings);
        Assert.Equal(Money.Cny(20), Assert.Single(session.Query<FindingFact>(), finding => finding.Standard == "RFD-01").Finding.Amount);
    }

    [Fact]
    public void Update_ToAFactThatCannotBe_ThrowsWhatTheEngineThrowsAndLeavesTheSessionAsItWas()
    {
        PolicySession session = Factory.CreateSession(Received);
        session.InsertAll([Vip, Charge]);
        Fire(session);
        object[] before = [.. session.Query<object>()];
        InvalidFactException expected = Assert.Throws<InvalidFactException>(() => Engine.Evaluate(ResolvedBeforeTaken, Received));

        foreach (Action update in (Action[])[() => session.Update(ResolvedBeforeTaken), () => session.TryUpdate(ResolvedBeforeTaken), () => session.UpdateAll([Charge with { ComplaintId = "1" }, ResolvedBeforeTaken])])
        {
            Assert.Equal(expected.Message, Assert.Throws<InvalidFactException>(update).Message);
            Assert.Equal(before, session.Query<object>());
            Assert.Equal(0, Fire(session));
        }

        session.Update(Vip with { Resolved = Received });
        Fire(session);
        Assert.Contains(session.Query<FindingFact>(), finding => finding is { Standard: "CMP-05", State: FindingState.Met });
    }

    [Fact]
    public void Insert_TwoFactsOfOneKey_ThrowsAsACaseDoes()
    {
        PolicySession session = Factory.CreateSession(Received);
        InvalidFactException together = Assert.Throws<InvalidFactException>(() => Engine.Evaluate(new PolicyCase(Vip, Vip with { Ticket = "other" }), Received));

        Assert.Equal(together.Message, Assert.Throws<InvalidFactException>(() => session.InsertAll([Vip, Vip with { Ticket = "other" }])).Message);
        Assert.Empty(session.Query<object>());

        session.Insert(Vip);
        InvalidFactException after = Assert.Throws<InvalidFactException>(() => session.Insert(Vip with { Ticket = "other" }));
        Assert.Equal((new FactKey("Complaint", "1"), "id"), (Assert.Single(after.Problems).Fact, after.Problems[0].Property));
        Assert.False(session.TryInsert(Vip with { Ticket = "other" }));
        Assert.Same(Vip, Assert.Single(session.Query<Complaint>()));
    }

    [Theory]
    [InlineData("H1", "H2")]
    [InlineData("H2", "H1")]
    public void Update_BreachStandsAndItsFactIsOfAnotherHall_CountsOnTheCardOfThatHall(string before, string after)
    {
        FloorCheck check = new() { Id = "F", HallId = before, SeenAt = Received, EveryCounterServes = YesNo.No };
        ScoreCard card = new() { Id = "C", HallId = "H1", Dates = new Interval(Received, Received + Duration.FromDays(20)), Zone = "Asia/Shanghai", Complete = YesNo.Yes };
        PolicySession session = Factory.CreateSession(new Interval(Received, Received + Duration.FromDays(30)));
        session.InsertAll([card, check]);
        Fire(session);

        session.Update(check with { HallId = after });
        Fire(session);

        PolicyTimeline expected = Engine.Timeline(new PolicyCase(card, check with { HallId = after }), new Interval(Received, Received + Duration.FromDays(30)));
        Assert.Equal(expected.Findings, session.Timeline(card).Findings);
        Assert.Equal(after == "H1", session.Query<FindingFact>().Any(finding => finding.Standard == "INS-13" && finding.Subject.Type == nameof(FloorCheck)));
    }

    [Fact]
    public void UpdateAll_OneOfThemIsNotThere_LeavesTheOthersAsTheyWere()
    {
        PolicySession session = Factory.CreateSession(Received);
        session.Insert(Vip);
        Fire(session);

        Assert.Contains("Complaint 2", Assert.Throws<ArgumentException>(() => session.UpdateAll([Vip with { Ticket = null }, Vip with { Id = "2" }])).Message, StringComparison.Ordinal);

        Assert.Same(Vip, Assert.Single(session.Query<Complaint>()));
        Assert.Equal(1, session.TryUpdateAll([Vip with { Ticket = null }, Vip with { Id = "2" }], BatchOptions.SkipFailed).FailedCount);
        Assert.Equal(Reference.None, Assert.Single(session.Query<Complaint>()).Ticket);
    }

    [Fact]
    public void Retract_AFinding_IsRefused()
    {
        PolicySession session = Factory.CreateSession(Received);
        session.Insert(Vip);
        Fire(session);
        FindingFact finding = session.Query<FindingFact>().First();

        Assert.False(session.TryRetract(finding));
        Assert.Throws<ArgumentException>(() => session.RetractAll([Vip, finding]));
        Assert.Contains(finding, session.Query<FindingFact>());
        Assert.Contains(Vip, session.Query<Complaint>());

        session.RetractAll([Vip, Vip]);
        Fire(session);
        Assert.Empty(session.Query<object>());
    }

    [Theory]
    [InlineData("condition")]
    [InlineData("key")]
    [InlineData("pair")]
    public void Insert_ConditionThrows_ThrowsTheFaultAndLeavesTheSessionAsItWas(string where)
    {
        PolicySession session = Throwing(where);
        session.Insert(new Escalation { Id = "2", At = Received });

        RuleFaultException fault = Assert.Throws<RuleFaultException>(() => session.Insert(Vip with { Id = "2" }));

        Assert.Equal(("BAD-01", new FactKey("Complaint", "2")), (fault.Standard, fault.Fact));
        Assert.Empty(session.Query<Complaint>());
        session.InsertAll([Vip, new Escalation { Id = "1", At = Received }]);
        Fire(session);
        Assert.Equal("1", Assert.Single(session.Query<FindingFact>()).Subject.Id);
    }

    [Fact]
    public void Update_ConditionThrows_ThrowsTheFaultAndLeavesTheSessionAsItWas()
    {
        PolicySession session = Throwing("ticket");
        session.InsertAll([Vip, new Escalation { Id = "1", At = Received }]);
        Fire(session);

        Assert.Throws<RuleFaultException>(() => session.Update(Vip with { Ticket = null }));
        Fire(session);

        Assert.Same(Vip, Assert.Single(session.Query<Complaint>()));
        Assert.Single(session.Query<FindingFact>());
        session.Retract(Vip);
        Fire(session);
        Assert.Empty(session.Query<FindingFact>());
    }

    [Fact]
    public void Fire_BodyThrows_ThrowsTheFaultUntilTheFactsAreOthers()
    {
        PolicySession session = Throwing("body");
        Escalation first = new() { Id = "1", At = Received }, second = new() { Id = "2", At = Received };
        session.InsertAll([Vip, first, Vip with { Id = "2" }, second]);

        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(new FactKey("Complaint", "2"), Assert.Throws<RuleFaultException>(() => Fire(session)).Fact);
            Assert.Equal("1", Assert.Single(session.Query<FindingFact>()).Subject.Id);
        }

        session.Retract(second);
        Fire(session);
        Assert.Equal("1", Assert.Single(session.Query<FindingFact>()).Subject.Id);
    }

    [Fact]
    public void Fire_RuleOfTheHostMakesAFactThatCannotBe_ThrowsAsLongAsItIsThere()
    {
        RuleRepository host = new();
        host.Load(rules => rules.From(typeof(NegativeChargeRule)));
        PolicySession session = new PolicySessionFactory(new PolicyRuleRepository(Engine), host).CreateSession(Received);
        session.Insert(Vip);

        for (int i = 0; i < 2; i++)
        {
            FactProblem problem = Assert.Single(Assert.Throws<InvalidFactException>(() => Fire(session)).Problems);
            Assert.Equal((new FactKey("DisputedCharge", "1"), "overcharge"), (problem.Fact, problem.Property));
            Assert.DoesNotContain(session.Query<FindingFact>(), finding => finding.Subject.Type == "DisputedCharge");
        }

        session.Update(Vip with { Tier = CustomerTier.Ordinary });
        Fire(session);
        Assert.Empty(session.Query<DisputedCharge>());
    }

    [Fact]
    public void DependencyResolver_SetByTheHost_LeavesOurRulesTheirs()
    {
        PolicySession session = Factory.CreateSession(Received);
        session.DependencyResolver = session.DependencyResolver;

        session.Insert(Vip);
        Fire(session);

        Assert.NotEmpty(session.Query<FindingFact>());
    }

    private static int Fire(PolicySession session) => session.Fire(TestContext.Current.CancellationToken);

    private static PolicySession Throwing(string where)
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new FaultyRuleSet(where));
        return new PolicySessionFactory(new PolicyRuleRepository(PolicyEngine.Create(ServiceStandards.Default, options))).CreateSession(Received);
    }
}
