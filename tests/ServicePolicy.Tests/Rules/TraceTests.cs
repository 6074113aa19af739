using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>What a trace tells that conditions saw: the properties in their text, the inputs they name, the findings they were offered.</summary>
public sealed class TraceTests
{
    private static readonly Instant At = Arbitraries.Origin;

    [Fact]
    public void Explain_ConditionOnAProperty_TellsItsValue() =>
        Assert.Equal(["I1 Key = K"], Seen(rules => rules.Rule("T-01").For<Item>().When("asked", item => item.Key == "no").Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void ToString_AnEntry_TellsItsValues() => Assert.Equal(
        "T-01 rule, Item I1 with Part A1: asked? No (Key = K, Sequence = 3)",
        new TraceEntry("T-01", "rule", new FactKey("Item", "I1"), new FactKey("Part", "A1"), "asked", YesNo.No, [new TraceValue(new FactKey("Item", "I1"), "Key", "K"), new TraceValue(new FactKey("Item", "I1"), "Sequence", "3")]).ToString());

    [Fact]
    public void Explain_SeveralProperties_TellsEachOnce() =>
        Assert.Equal(
            ["I1 At = 2026-11-20T01:00:00.000000001Z", "I1 Key = K", "I1 Sequence = 3"],
            Seen(rules => rules.Rule("T-01").For<Item>()
                .When("asked", static item => item.At > Instant.MaxValue || item.Key is null || (item.Key == "no" && item.Sequence == 3))
                .Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_HelperMethod_TellsTheInputThatIsNamed() =>
        Assert.Equal(["I1 Second = No"], Seen(rules => rules.Rule("T-01").For<Item>().When("asked", Asked, nameof(Item.Second)).Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_NothingToBeReadOff_TellsNoValue() =>
        Assert.Empty(Seen(rules => rules.Rule("T-01").For<Item>().When("asked", item => item.GetHashCode().Equals("no")).Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_EventThatHasNotHappened_SaysSo() =>
        Assert.Equal(["I1 Done = NotHappened"], Seen(rules => rules.Rule("T-01").For<Item>().When("asked", item => item.Done.HasHappened, nameof(Item.Done)).Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_NullValue_IsNone() =>
        Assert.Equal(
            ["I1 Key = none"],
            Seen(rules => rules.Rule("T-01").For<Item>().When("asked", item => item.Key?.Length > 0).Yield((item, to) => to.Violation(item.At)), new Item()));

    [Fact]
    public void Explain_PairCondition_TellsTheValuesOfBoth() =>
        Assert.Equal(
            ["I1 Sequence = 3", "A1 Sequence = 4"],
            Seen(rules => rules.Rule("T-01").For<Item>().Join<Part>(item => item.Key, part => part.Key)
                .When("asked", (item, part) => item.Sequence == part.Sequence)
                .Yield((item, part, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_Collection_TellsTheValuesOfTenAndHowManyMore()
    {
        Part[] parts = [.. Enumerable.Range(10, 12).Select(number => new Part { Id = $"A{number}", Key = "K", Sequence = number })];

        IReadOnlyList<string> seen = Seen(
            rules => rules.Rule("T-01").For<Item>().Collect<Part>(item => item.Key, part => part.Key)
                .When("asked", (_, found) => found.Any(part => part.Sequence == 0) ? YesNo.Yes : YesNo.No, nameof(Part.Sequence))
                .Yield((item, found, to) => to.Violation(item.At)),
            parts);

        Assert.Equal("I1 Sequence = 3", seen[0]);
        Assert.Equal([.. Enumerable.Range(10, 10).Select(number => $"A{number} Sequence = {number}"), "A20 Sequence = and 2 more"], seen.Skip(1));
    }

    [Fact]
    public void Explain_AbsenceThatFails_TellsWhatIsThere() =>
        Assert.Equal(
            ["A1 Id = A1"],
            Seen(rules => rules.Rule("T-01").For<Item>().Without<Part>("asked", item => item.Key, part => part.Key).Yield((item, to) => to.Violation(item.At))));

    [Fact]
    public void Explain_ConsumptionThatFails_TellsTheFindingsThatThereWere() =>
        Assert.Equal(
            ["I1 T-02 = Pending from 2026-11-20T01:00:00.000000001Z to always"],
            Seen(
                rules =>
                {
                    rules.Rule("T-02").For<Item>().Yield((item, to) => to.Duty(item.At, until: item.Done));
                    rules.Rule("T-01").For<Item>().While("T-02", FindingState.Met).Yield((item, to) => to.Violation(item.At));
                },
                condition: "While T-02 Met"));

    [Fact]
    public void Explain_Secret_IsDots()
    {
        PolicyExplanation explanation = Explain(
            rules => rules.Rule("T-01").For<Holder>().When("asked", holder => holder.Password.Reveal().Length == 0).Yield((holder, to) => to.Violation(At)),
            new Holder { Id = "H1", Password = new Secret("swordfish") });

        TraceValue value = Assert.Single(Assert.Single(explanation.Trace).Values);
        Assert.Equal(("Password", "••••••••"), (value.Input, value.Value));
    }

    private static YesNo Asked(Item item) => item.Second;

    private static IReadOnlyList<string> Seen(Action<TestRules> write, params Part[] parts) => Seen(write, new Item { Key = "K", Sequence = 3, At = At + Duration.Epsilon, Second = YesNo.No }, parts);

    private static IReadOnlyList<string> Seen(Action<TestRules> write, string condition) => Seen(write, new Item { At = At + Duration.Epsilon }, [], condition);

    private static IReadOnlyList<string> Seen(Action<TestRules> write, Item item, Part[]? parts = null, string condition = "asked")
    {
        Part[] others = parts is null or [] ? [new Part { Key = "K", Sequence = 4 }] : parts;
        TraceEntry asked = Assert.Single(Explain(write, [item, .. others]).Trace, entry => entry.Condition == condition);
        Assert.Equal(YesNo.No, asked.Answer);
        return [.. asked.Values.Select(value => $"{value.Fact.Id} {value}")];
    }

    private static PolicyExplanation Explain(Action<TestRules> write, params IFact[] facts) =>
        TestRules.Engine(write, "T-01", "T-02").Explain(Arbitraries.CaseOf(facts), At);

    private sealed record Holder : IFact
    {
        public required string Id { get; init; }

        public required Secret Password { get; init; }

        Instant IFact.OpenedAt => At;
    }
}
