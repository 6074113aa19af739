using System.Globalization;
using NodaTime;
using NRules;
using NRules.Fluent;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>What the page on what hurts with NRules says, run: what NRules does by itself, and what a session or the plan does instead.</summary>
public sealed class PainsTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly PolicySessionFactory Factory = new(new PolicyRuleRepository(Engine));
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };

    [Fact]
    public void Insert_OneThingTwice_IsSilentInNRulesAndRefusedHere()
    {
        List<string> fired = [];
        ISession plain = Plain<PlainRules.OnTicket>();
        plain.Insert(new Ticket("T-1", fired));
        plain.Insert(new Ticket("T-1", fired));
        Fire(plain);
        Assert.Equal(["T-1", "T-1"], fired);

        ISession records = Plain<PlainRules.Joined>();
        records.Insert(Vip);
        Assert.False(records.TryUpdate(Vip with { Ticket = null }));

        PolicySession session = Factory.CreateSession(Received);
        session.Insert(Vip);
        Assert.Throws<InvalidFactException>(() => session.Insert(Vip with { Ticket = null }));
        Assert.True(session.TryUpdate(Vip with { Ticket = null }));
    }

    [Fact]
    public void Conditions_BehindAGuardOnTwoFacts_AreAskedUnguardedInNRulesAndNeverHere()
    {
        DisputedCharge withoutFees = new() { Id = "1", ComplaintId = "1", ChargedAt = Received, Overcharge = Money.Cny(10) };
        ISession plain = Plain<PlainRules.HighFees>();
        plain.Insert(Vip);
        Assert.ThrowsAny<RuleExpressionEvaluationException>(() => plain.Insert(withoutFees));

        PolicySession session = With(new GuardedRuleSet());
        session.InsertAll([Vip, withoutFees]);
        Fire(session);
        Assert.Empty(session.Query<FindingFact>());
        session.Update(withoutFees with { InformationFees = Money.Cny(30) });
        Fire(session);
        Assert.Equal("GRD-02", Assert.Single(session.Query<FindingFact>()).Standard);
    }

    [Fact]
    public void Join_OfManyFacts_TriesEachPairInNRulesAndAsksEachKeyOnceOnThePlan()
    {
        Complaint[] complaints = [.. Enumerable.Range(0, 100).Select(number => Vip with { Id = Text(number) })];
        DisputedCharge[] charges = [.. complaints.Select(complaint => new DisputedCharge { Id = complaint.Id, ComplaintId = complaint.Id, ChargedAt = Received, Overcharge = Money.Cny(10) })];
        ISession plain = Plain<PlainRules.Joined>();
        Questions.Asked = 0;
        plain.InsertAll(complaints);
        plain.InsertAll(charges);
        Assert.Equal(10_000, Questions.Asked);

        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new CountingKeysRuleSet());
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        Questions.Asked = 0;
        Assert.Equal(100, engine.Timeline(new PolicyCase(complaints[0], [.. complaints.Skip(1), .. charges]), new Interval(Received, null)).Findings.Count);
        Assert.InRange(Questions.Asked, 1, 200);
    }

    [Fact]
    public void Session_OfOneFact_AllocatesSeveralTimesWhatADecisionDoes()
    {
        long decision = 0, session = 0;
        for (int warm = 0; warm < 3; warm++)
        {
            decision = Allocated(() => Engine.Evaluate(Vip, Received));
            session = Allocated(() =>
            {
                PolicySession own = Factory.CreateSession(Received);
                own.Insert(Vip);
                Fire(own);
            });
        }

        Assert.True(session > 3 * decision, $"A session allocated {session} bytes, a decision {decision}.");
    }

    [Fact]
    public void Rules_ThatFeedEachOther_FireForEverInNRulesAndAreAnErrorOfTheBuildHere()
    {
        ISession plain = Plain<PlainRules.Endless>();
        plain.Insert(new Ticket("T-1", []));
        Assert.Equal(1_000, plain.Fire(1_000, TestContext.Current.CancellationToken));

        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new CircularRuleSet());
        PolicyBuildError error = Assert.Single(Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default, options)).Errors);
        Assert.Equal("SP0001", error.Code);
        Assert.Contains("CRC-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_RuleThatDoesNotSpeak_NamesTheConditionAndWhatItSaw()
    {
        TraceEntry refusal = Assert.Single(Engine.Explain(new PolicyCase(Vip), Received).WhyNot("CMP-02"));

        Assert.Equal("filed by someone else", refusal.Condition);
        Assert.Contains(refusal.Values, value => value is { Input: "FiledBy", Value: "AccountHolder" });
    }

    [Fact]
    public void Insert_ConditionThatThrows_LeavesTheFactInNRulesAndNothingHere()
    {
        ISession plain = Plain<PlainRules.HighFees>();
        DisputedCharge charge = new() { Id = "1", ComplaintId = "1", ChargedAt = Received, Overcharge = Money.Cny(10) };
        plain.Insert(Vip);
        Assert.ThrowsAny<RuleExpressionEvaluationException>(() => plain.Insert(charge));
        Assert.Single(plain.Query<DisputedCharge>());

        PolicySession session = With(new FaultyRuleSet("condition"));
        Assert.Throws<RuleFaultException>(() => session.Insert(Vip with { Id = "2" }));
        Assert.Empty(session.Query<object>());
    }

    [Fact]
    public void Factory_CompiledOnce_MakesSessionsOnAnyThread()
    {
        IReadOnlyList<Finding> expected = [.. Engine.Evaluate(Vip, Received).Findings];

        Parallel.For(0, 100, _ =>
        {
            PolicySession session = Factory.CreateSession(Received);
            session.Insert(Vip);
            session.Fire();
            Assert.Equal(expected, session.Timeline(Vip).At(Received).Findings);
        });
    }

    private static ISession Plain<TRule>()
    {
        RuleRepository repository = new();
        repository.Load(rules => rules.NestedTypes().From(typeof(TRule)));
        return repository.Compile().CreateSession();
    }

    private static PolicySession With(RuleSet rules)
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => rules);
        return new PolicySessionFactory(new PolicyRuleRepository(PolicyEngine.Create(ServiceStandards.Default, options))).CreateSession(Received);
    }

    private static void Fire(ISession session) => session.Fire(TestContext.Current.CancellationToken);

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class CountingKeysRuleSet : RuleSet
    {
        public CountingKeysRuleSet()
            : base("Counting", new Standard("CNT-01", Severity.Minor, "ours") { OwnTitle = "counts" }) =>
            Rule("CNT-01").For<Complaint>()
                .Join<DisputedCharge>(complaint => Questions.Count(true) ? complaint.Id : null, charge => Questions.Count(true) ? charge.ComplaintId : null)
                .Yield((complaint, _, to) => to.Violation(complaint.ReceivedAt));
    }

    private sealed class CircularRuleSet : RuleSet
    {
        public CircularRuleSet()
            : base("Circular", new Standard("CRC-01", Severity.Minor, "ours") { OwnTitle = "one" }, new Standard("CRC-02", Severity.Minor, "ours") { OwnTitle = "other" })
        {
            Rule("CRC-01").For<Complaint>().While("CRC-02").Yield((complaint, to) => to.Violation(complaint.ReceivedAt));
            Rule("CRC-02").For<Complaint>().While("CRC-01").Yield((complaint, to) => to.Violation(complaint.ReceivedAt));
        }
    }
}
