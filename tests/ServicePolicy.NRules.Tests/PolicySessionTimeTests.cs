using NodaTime;
using NRules.Fluent;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.NRules.Tests;

/// <summary>Time in sessions: findings enter and leave the working memory at their instants.</summary>
public sealed class PolicySessionTimeTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly Instant Due = Received + Duration.FromHours(8);
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly PolicySessionFactory Factory = CreateFactory();
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };

    [Fact]
    public void AdvanceTo_BeyondDue_FiresTheRuleOfTheHostOnceWhenTheBreachBegins()
    {
        PolicySession session = Start(out BreachLog log);
        Assert.Empty(log.Breached);

        Advance(session, Due);
        Assert.Empty(log.Breached);

        Advance(session, Due + Duration.Epsilon);
        Assert.Equal([new FactKey("Complaint", "1")], log.Breached);

        Advance(session, Due + Duration.FromHours(30));
        session.Update(Vip with { Resolved = Due + Duration.FromHours(20) });
        Fire(session);
        Assert.Single(log.Breached);
    }

    [Fact]
    public void AdvanceTo_ResolvedInTime_NeverFiresTheRuleOfTheHost()
    {
        PolicySession session = Start(out BreachLog log);
        Advance(session, Received + Duration.FromHours(3));
        session.Update(Vip with { Resolved = Received + Duration.FromHours(3) });
        Fire(session);

        for (int hours = 4; hours < 100; hours++)
        {
            Advance(session, Received + Duration.FromHours(hours));
        }

        Assert.Empty(log.Breached);
        Assert.Contains(session.Query<FindingFact>(), finding => finding is { Standard: "CMP-05", State: FindingState.Met });
    }

    [Fact]
    public void NextChange_FromOneToTheNext_PassesEveryDecisionThatTheEngineMakes()
    {
        PolicySession session = Start(out _);
        int changes = 0;
        while (true)
        {
            PolicyDecision decision = Engine.Evaluate(Vip, session.Instant);
            Assert.Equal(decision.Findings, Shown(session));
            Assert.Equal(decision.NextChange, session.NextChange);
            if (!session.NextChange.TryGetInstant(out Instant? next))
            {
                break;
            }

            Advance(session, next.Value);
            changes++;
        }

        // CMP-04 warns at 36 h and is breached after 48 h, CMP-05 at 6 h and 8 h.
        Assert.Equal(4, changes);
    }

    [Fact]
    public void AdvanceTo_OverSeveralChanges_ShowsWhatHoldsInTheEnd()
    {
        PolicySession session = Start(out BreachLog log);

        Advance(session, Received + Duration.FromDays(30));

        Assert.Equal(Engine.Evaluate(Vip, session.Instant).Findings, Shown(session));
        Assert.Single(log.Breached);
    }

    [Fact]
    public void AdvanceTo_AnEarlierInstant_IsRefused()
    {
        PolicySession session = Start(out _);
        Advance(session, Due);

        Assert.Throws<ArgumentOutOfRangeException>(() => session.AdvanceTo(Due - Duration.Epsilon));
        session.AdvanceTo(Due);
        Assert.Equal(Due, session.Instant);
    }

    [Fact]
    public void Insert_WhatLiesBehind_ShowsWhatHoldsNow()
    {
        PolicySession session = Factory.CreateSession(Received + Duration.FromDays(5));
        BreachLog log = new();
        session.InsertAll([log, Vip]);
        Fire(session);

        Assert.Single(log.Breached);
        Assert.Equal(NextChange.Never, session.NextChange);
    }

    [Fact]
    public void Timeline_OfASession_IsTheWholeWhateverTheInstant()
    {
        PolicySession session = Start(out _);
        PolicyTimeline expected = Engine.Timeline(new PolicyCase(Vip), new Interval(Received, Received + Duration.FromDays(400)));

        Assert.Equal(expected.Findings, session.Timeline(Vip).Findings);
        Advance(session, Due + Duration.FromDays(1));
        Assert.Equal(expected.Findings, session.Timeline(Vip).Findings);
        Assert.Equal(expected.At(Due).Findings, session.Timeline(Vip).At(Due).Findings);
        Assert.Contains("Complaint 2", Assert.Throws<ArgumentException>(() => session.Timeline(Vip with { Id = "2" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdvanceTo_BeyondTheWindow_WorksRecurringFindingsOutAnew()
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new NightRuleSet());
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        PolicySession session = new PolicySessionFactory(new PolicyRuleRepository(engine)).CreateSession(new Interval(Received, Received + Duration.FromDays(3)));
        session.Insert(Vip);
        Fire(session);

        for (int hours = 0; hours < 24 * 20; hours += 5)
        {
            Advance(session, Received + Duration.FromHours(hours));
            Assert.Equal(engine.Evaluate(Vip, session.Instant).Findings, Shown(session));
            Assert.True(session.NextChange.TryGetInstant(out Instant? next) ? next > session.Instant : session.NextChange.LookedUntil > session.Instant);
        }
    }

    private static PolicySessionFactory CreateFactory()
    {
        RuleRepository host = new();
        host.Load(rules => rules.From(typeof(BreachRule)));
        return new PolicySessionFactory(new PolicyRuleRepository(Engine), host);
    }

    private static PolicySession Start(out BreachLog log)
    {
        PolicySession session = Factory.CreateSession(Received);
        session.InsertAll([log = new BreachLog(), Vip]);
        Fire(session);
        return session;
    }

    private static void Advance(PolicySession session, Instant instant)
    {
        session.AdvanceTo(instant);
        Fire(session);
    }

    private static void Fire(PolicySession session) => session.Fire(TestContext.Current.CancellationToken);

    private static IEnumerable<Finding> Shown(PolicySession session) =>
        session.Query<FindingFact>().AsEnumerable().Select(fact => fact.Finding).OrderBy(finding => finding.Holds.Start).ThenBy(finding => finding.Standard.Id, StringComparer.Ordinal);
}
