using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;
using static ServicePolicy.Tests.Rules.TestRules;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Rules;

/// <summary>The modes of S10, three-valued (S9), and joins, absences and collections.</summary>
public sealed class RuleBuilderTests
{
    private static readonly Item Known = new();
    private static readonly Item FirstUnknown = Known with { First = YesNo.Unknown };

    // T-01 holds, or may hold, from 1 h to 3 h; T-02 from 2 h to 4 h.
    private static readonly PolicyEngine Engine = TestRules.Engine(
        rules =>
        {
            rules.Rule("T-01").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(new Interval(T(1), T(3))));
            rules.Rule("T-02").For<Item>().When("second", item => item.Second, "Second").Yield((item, to) => to.Prohibition(new Interval(T(2), T(4))));
            rules.Rule("T-10 While").For<Item>().While("T-01").Yield((item, to) => to.Permission(Always));
            rules.Rule("T-10 From").For<Item>().From("T-01").Yield((item, to) => to.Permission(Always));
            rules.Rule("T-10 Except").For<Item>().Except("T-01").Yield((item, to) => to.Permission(Always));
            rules.Rule("T-10 At").For<Item>().At("T-01", item => item.At).Yield((item, to) => to.Permission(Always));
            rules.Rule("T-10 StartingIn").For<Item>().StartingIn("T-01", item => new Interval(item.At, item.At + Duration.FromHours(1))).Yield((item, to) => to.Permission(Always));
            rules.Rule("T-11 Both").For<Item>().While("T-01").While("T-02").Yield((item, to) => to.Permission(Always));
            rules.Rule("T-11 Without").For<Item>().While("T-01").Except("T-02").Yield((item, to) => to.Permission(Always));
            rules.Rule("T-11 After").For<Item>().From("T-01").Except("T-02").Yield((item, to) => to.Permission(Always));
        },
        "T-01",
        "T-02",
        "T-10 While",
        "T-10 From",
        "T-10 Except",
        "T-10 At",
        "T-10 StartingIn",
        "T-11 Both",
        "T-11 Without",
        "T-11 After");

    [Theory]
    [InlineData("T-10 While", YesNo.Yes, "Permission [1h, 3h)")]
    [InlineData("T-10 While", YesNo.No)]
    [InlineData("T-10 While", YesNo.Unknown, "Indeterminate for want of First [1h, 3h)")]
    [InlineData("T-10 From", YesNo.Yes, "Permission [1h, ∞)")]
    [InlineData("T-10 From", YesNo.No)]
    [InlineData("T-10 From", YesNo.Unknown, "Indeterminate for want of First [1h, ∞)")]
    [InlineData("T-10 Except", YesNo.Yes, "Permission [-∞, 1h)", "Permission [3h, ∞)")]
    [InlineData("T-10 Except", YesNo.No, "Permission [-∞, ∞)")]
    [InlineData("T-10 Except", YesNo.Unknown, "Permission [-∞, 1h)", "Indeterminate for want of First [1h, 3h)", "Permission [3h, ∞)")]
    public void Consume_ByMode_SpeaksWhenTheModeSays(string standard, YesNo first, params string[] expected) =>
        Assert.Equal(expected.Select(text => $"{standard} {text}"), Said(Engine, standard, Known with { First = first }));

    [Theory]
    [InlineData(1, -1, YesNo.Yes)]
    [InlineData(1, 0, YesNo.Yes, "Permission [-∞, ∞)")]
    [InlineData(3, -1, YesNo.Yes, "Permission [-∞, ∞)")]
    [InlineData(3, 0, YesNo.Yes)]
    [InlineData(2, 0, YesNo.No)]
    [InlineData(2, 0, YesNo.Unknown, "Indeterminate for want of First [-∞, ∞)")]
    [InlineData(3, 0, YesNo.Unknown)]
    public void At_Instant_IsASample(int hours, int ticks, YesNo first, params string[] expected) =>
        Assert.Equal(expected.Select(text => $"T-10 At {text}"), Said(Engine, "T-10 At", Known with { At = T(hours, ticks), First = first }));

    /// <summary>The instant is read from the first fact, whosever finding is sampled.</summary>
    [Theory]
    [InlineData(1, -1)]
    [InlineData(1, 0, "T-02 Permission [-∞, ∞)")]
    [InlineData(3, -1, "T-02 Permission [-∞, ∞)")]
    [InlineData(3, 0)]
    public void At_FindingOfTheSecondFact_IsASampleAtAnInstantOfTheFirst(int hours, int ticks, params string[] expected)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01").For<Part>().Yield((part, to) => to.Classification("busy", new Interval(T(1), T(3))));
                rules.Rule("T-02").For<Item>().At("T-01", item => item.At, @class: "busy", of: Subject.Second)
                    .Join<Part>(item => item.Key, part => part.Key).Yield((item, part, to) => to.Permission(Always));
                rules.Rule("T-03").For<Item>().At("T-01", item => item.At, @class: "idle", of: Subject.Second)
                    .Join<Part>(item => item.Key, part => part.Key).Yield((item, part, to) => to.Permission(Always));
            },
            "T-01",
            "T-02",
            "T-03");
        Item item = new() { At = T(hours, ticks), Key = "K" };

        Assert.Equal(expected, Said(engine, "T-02", item, new Part { Key = "K" }));
        Assert.Empty(Said(engine, "T-02", item, new Part { Key = "other" }));
        Assert.Empty(Said(engine, "T-03", item, new Part { Key = "K" }));
    }

    [Theory]
    [InlineData(0, 0, YesNo.Yes)]
    [InlineData(0, 1, YesNo.Yes, "Permission [-∞, ∞)")]
    [InlineData(1, 0, YesNo.Yes, "Permission [-∞, ∞)")]
    [InlineData(1, 1, YesNo.Yes)]
    [InlineData(1, 0, YesNo.No)]
    [InlineData(1, 0, YesNo.Unknown, "Indeterminate for want of First [-∞, ∞)")]
    [InlineData(4, 0, YesNo.Unknown)]
    public void StartingIn_Period_AsksWhereTheFindingStarts(int hours, int ticks, YesNo first, params string[] expected) =>
        Assert.Equal(expected.Select(text => $"T-10 StartingIn {text}"), Said(Engine, "T-10 StartingIn", Known with { At = T(hours, ticks), First = first }));

    [Theory]
    [InlineData(YesNo.Yes, YesNo.Yes, "Permission [2h, 3h)")]
    [InlineData(YesNo.Yes, YesNo.No)]
    [InlineData(YesNo.Unknown, YesNo.No)]
    [InlineData(YesNo.No, YesNo.Unknown)]
    [InlineData(YesNo.Unknown, YesNo.Yes, "Indeterminate for want of First [2h, 3h)")]
    [InlineData(YesNo.Yes, YesNo.Unknown, "Indeterminate for want of Second [2h, 3h)")]
    [InlineData(YesNo.Unknown, YesNo.Unknown, "Indeterminate for want of First, Second [2h, 3h)")]
    public void While_TwoStandards_ADefiniteFalseWins(YesNo first, YesNo second, params string[] expected) =>
        Assert.Equal(expected.Select(text => $"T-11 Both {text}"), Said(Engine, "T-11 Both", Known with { First = first, Second = second }));

    [Theory]
    [InlineData(YesNo.Yes, YesNo.Yes, "Permission [1h, 2h)")]
    [InlineData(YesNo.Yes, YesNo.No, "Permission [1h, 3h)")]
    [InlineData(YesNo.Yes, YesNo.Unknown, "Permission [1h, 2h)", "Indeterminate for want of Second [2h, 3h)")]
    [InlineData(YesNo.Unknown, YesNo.Yes, "Indeterminate for want of First [1h, 2h)")]
    [InlineData(YesNo.Unknown, YesNo.Unknown, "Indeterminate for want of First [1h, 2h)", "Indeterminate for want of First, Second [2h, 3h)")]
    public void Except_TwoStandards_SubtractsThreeValued(YesNo first, YesNo second, params string[] expected) =>
        Assert.Equal(expected.Select(text => $"T-11 Without {text}"), Said(Engine, "T-11 Without", Known with { First = first, Second = second }));

    [Fact]
    public void FromAndExcept_Together_LeaveTwoStretches() =>
        Assert.Equal(["T-11 After Permission [1h, 2h)", "T-11 After Permission [4h, ∞)"], Said(Engine, "T-11 After", Known));

    [Fact]
    public void While_DefiniteAndDoubtfulFindings_IsDoubtfulWhereOnlyTheDoubtfulHold()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01", "sure").For<Item>().Yield((item, to) => to.Prohibition(new Interval(T(2), T(4))));
                rules.Rule("T-01", "unsure").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(new Interval(T(1), T(5))));
                rules.Rule("T-02").For<Item>().While("T-01").Yield((item, to) => to.Permission(Always));
            },
            "T-01",
            "T-02");

        Assert.Equal(
            ["T-02 Indeterminate for want of First [1h, 2h)", "T-02 Permission [2h, 4h)", "T-02 Indeterminate for want of First [4h, 5h)"],
            Said(engine, "T-02", FirstUnknown));
        Assert.Equal(["T-02 Permission [1h, 5h)"], Said(engine, "T-02", Known));
    }

    [Fact]
    public void While_State_TakesOnlyFindingsInIt()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01").For<Item>().Yield((item, to) => to.Limit(item.At, TimeLimit.FromHours(8), item.Done));
                rules.Rule("T-02").For<Item>().While("T-01", FindingState.AtRisk).Yield((item, to) => to.Permission(Always));
                rules.Rule("T-03").For<Item>().From("T-01", FindingState.AtRisk).Yield((item, to) => to.Permission(Always));
            },
            "T-01",
            "T-02",
            "T-03");

        Assert.Equal(["T-02 Permission [6h, 7h)"], Said(engine, "T-02", Known with { Done = T(7) }));
        Assert.Equal(["T-03 Permission [6h, ∞)"], Said(engine, "T-03", Known with { Done = T(7) }));
        Assert.Empty(Said(engine, "T-02", Known with { Done = T(5) }));
        Assert.Equal(["T-02 Indeterminate for want of Done [6h, 8h+1)"], Said(engine, "T-02", Known with { Done = Occurrence.AtUnknownTime }));
    }

    [Fact]
    public void At_Class_TakesOnlyThatClass()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01", "silver").For<Item>().Yield((item, to) => to.Classification("silver", new Interval(null, T(2))));
                rules.Rule("T-01", "gold").For<Item>().Yield((item, to) => to.Classification("gold", new Interval(T(2), null)));
                rules.Rule("T-02").For<Item>().At("T-01", item => item.At, @class: "gold").Yield((item, to) => to.Permission(Always));
            },
            "T-01",
            "T-02");

        Assert.Empty(Said(engine, "T-02", Known with { At = T(2, -1) }));
        Assert.Single(Said(engine, "T-02", Known with { At = T(2) }));
    }

    [Fact]
    public void Since_ConsumedFinding_IsItsStart()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01").For<Item>().Yield((item, to) => to.Prohibition(new Interval(T(1), T(3))));
                rules.Rule("T-02").For<Item>().From("T-01").Yield((item, to) => to.Limit(to.Since, TimeLimit.FromHours(4), item.Done));
            },
            "T-01",
            "T-02");

        Assert.Equal(["T-02 Pending [1h, 4h)", "T-02 AtRisk [4h, 5h+1)", "T-02 Breached [5h+1, ∞)"], Said(engine, "T-02", Known));
    }

    [Fact]
    public void When_DefiniteFalseAfterUnknown_SaysNothing()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>()
                .When("first", item => item.First, "First").When("second", item => item.Second, "Second").When("plain", item => item.Key is null)
                .Yield((item, to) => to.Violation(item.At)),
            "T-01");

        Assert.Equal(["T-01 Violation [0h, ∞)"], Said(engine, "T-01", Known));
        Assert.Equal(["T-01 Indeterminate for want of First [0h, ∞)"], Said(engine, "T-01", FirstUnknown));
        Assert.Equal(["T-01 Indeterminate for want of First, Second [0h, ∞)"], Said(engine, "T-01", FirstUnknown with { Second = YesNo.Unknown }));
        Assert.Empty(Said(engine, "T-01", FirstUnknown with { Second = YesNo.No }));
        Assert.Empty(Said(engine, "T-01", FirstUnknown with { Key = "K" }));
    }

    [Fact]
    public void Join_Key_SpeaksOncePerMatch()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().Join<Part>(item => item.Key, part => part.Key).When("not X", (_, part) => part.Id != "X")
                .Yield((item, part, to) => to.Classification(part.Id, new Interval(part.At, null))),
            "T-01");
        Item item = Known with { Key = "K" };
        Part[] parts = [new() { Id = "A", Key = "K" }, new() { Id = "B", Key = "k" }, new() { Id = "C", Key = "K", At = T(1) }, new() { Id = "X", Key = "K" }, new() { Id = "N" }];

        Assert.Equal(["A", "C"], Classes(engine, [item, .. parts]));
        Assert.Equal(["A", "C"], Classes(engine, [.. parts, item]));
        Assert.Empty(Classes(engine, [Known, .. parts]));
        Assert.Empty(Classes(engine, [item]));
    }

    [Fact]
    public void Join_OwnType_NeverMatchesItself()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().Join<Item>(item => item.Key, item => item.Key).Yield((item, other, to) => to.Classification($"{item.Id}-{other.Id}", Always)),
            "T-01");

        Assert.Empty(Classes(engine, [Known with { Key = "K" }]));
        Assert.Equal(["I1-I2", "I2-I1"], Classes(engine, [Known with { Key = "K" }, Known with { Id = "I2", Key = "K" }]).Order());
    }

    [Fact]
    public void Join_ConsumesFindingsOfTheSecond_NotOfTheFirst()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01", "part").For<Part>().Yield((part, to) => to.Prohibition(new Interval(T(1), T(2))));
                rules.Rule("T-01", "item").For<Item>().Yield((item, to) => to.Prohibition(new Interval(T(5), T(6))));
                rules.Rule("T-02").For<Item>().Join<Part>(item => item.Key, part => part.Key).While("T-01", of: Subject.Second).Yield((_, _, to) => to.Permission(Always));
                rules.Rule("T-03").For<Item>().Join<Part>(item => item.Key, part => part.Key).While("T-01").Yield((_, _, to) => to.Permission(Always));
            },
            "T-01",
            "T-02",
            "T-03");
        IFact[] facts = [Known with { Key = "K" }, new Part { Key = "K" }];

        Assert.Equal(["T-02 Permission [1h, 2h)"], Said(engine, "T-02", facts));
        Assert.Equal(["T-03 Permission [5h, 6h)"], Said(engine, "T-03", facts));
    }

    [Fact]
    public void Without_NoMatch_Speaks()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().Without<Part>("no part", item => item.Key, part => part.Key).Yield((item, to) => to.Violation(item.At)),
            "T-01");

        Assert.Single(Said(engine, "T-01", Known with { Key = "K" }));
        Assert.Single(Said(engine, "T-01", Known with { Key = "K" }, new Part { Key = "L" }));
        Assert.Single(Said(engine, "T-01", Known, new Part()));
        Assert.Empty(Said(engine, "T-01", Known with { Key = "K" }, new Part { Key = "K" }));
    }

    /// <summary>S11: events are ordered by instant, then sequence number, then Id.</summary>
    [Fact]
    public void Collect_AnyOrder_IsByInstantSequenceAndId()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().Collect<Part>(item => item.Key, part => part.Key)
                .Yield((item, parts, to) => to.Classification(parts.Count == 0 ? "none" : string.Concat(parts.Select(part => part.Id)), Always)),
            "T-01");
        Item item = Known with { Key = "K" };
        Part[] parts =
        [
            new() { Id = "D", Key = "K", At = T(1) },
            new() { Id = "C", Key = "K", Sequence = 2 },
            new() { Id = "B", Key = "K", Sequence = 1 },
            new() { Id = "A", Key = "K", Sequence = 1 },
            new() { Id = "Z", Key = "L" },
        ];

        Assert.Equal(["ABCD"], Classes(engine, [item, .. parts]));
        Assert.Equal(["ABCD"], Classes(engine, [.. parts.Reverse(), item]));
        Assert.Equal(["none"], Classes(engine, [item]));
    }

    [Fact]
    public void Settle_EqualClaimsAndPayments_FirstByIdStandsLessWhatWasPaid()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-02").For<Item>().Yield((item, to) => to.Entitlement(T(1), Money.Cny(10)));
                rules.Rule("T-01").For<Item>().Yield((item, to) => to.Entitlement(T(2), Money.Cny(10)));
                rules.Rule("T-03").For<Item>().From("T-01", FindingState.Owed).Yield((item, to) => to.Violation(to.Since));
                rules.Settle("T-01", "T-02");
            },
            "T-01",
            "T-02",
            "T-03");
        IFact[] facts = [Known, new Payment { At = T(3), Amount = Money.Cny(4) }];

        Assert.Equal(["T-01 Owed 10 [2h, 3h)", "T-01 Owed 6 [3h, ∞)"], Said(engine, "T-01", facts));
        Assert.Equal(["T-02 Owed 10 [1h, 2h)", "T-02 Superseded 10 by T-01 [2h, ∞)"], Said(engine, "T-02", facts));
        Assert.Equal(["T-03 Violation [2h, ∞)"], Said(engine, "T-03", facts));
    }

    [Theory]
    [InlineData(FindingState.Paid, "T-03 Violation [3h, ∞)")]
    [InlineData(FindingState.Superseded, "T-03 Violation [2h, ∞)")]
    public void While_StateThatOnlyASettlementWrites_IsSeen(FindingState state, string expected)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01").For<Item>().Yield((item, to) => to.Entitlement(T(1), Money.Cny(4)));
                rules.Rule("T-02").For<Item>().Yield((item, to) => to.Entitlement(T(2), Money.Cny(10)));
                rules.Rule("T-03").For<Item>().While(state == FindingState.Paid ? "T-02" : "T-01", state).Yield((item, to) => to.Violation(to.Since));
                rules.Settle("T-01", "T-02");
            },
            "T-01",
            "T-02",
            "T-03");

        Assert.Equal([expected], Said(engine, "T-03", Known, new Payment { At = T(3), Amount = Money.Cny(10) }));
    }

    private static IEnumerable<string?> Classes(PolicyEngine engine, IFact[] facts) =>
        engine.Timeline(Arbitraries.CaseOf(facts), Probe.Window).Findings.Select(finding => finding.Class);
}
