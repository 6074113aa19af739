using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.Tests.Rules.TestRules;

namespace ServicePolicy.Tests.Rules;

/// <summary>Mistakes at build, and faults at evaluation (S23).</summary>
public sealed class PlanTests
{
    [Fact]
    public void Build_Cycle_IsSP0001() => Assert.Equal(
        ["SP0001: Standards consume each other in a cycle: T-01 → T-02 → T-01. Take one consumption out."],
        Mistakes(
            rules =>
            {
                rules.Rule("T-01").For<Item>().While("T-02").Yield((item, to) => to.Violation(item.At));
                rules.Rule("T-02").For<Item>().While("T-01").Yield((item, to) => to.Violation(item.At));
            },
            "T-01",
            "T-02"));

    [Fact]
    public void Build_ConsumesItself_IsSP0001() => Assert.Equal(
        ["SP0001: Standards consume each other in a cycle: T-01 → T-01. Take one consumption out."],
        Mistakes(rules => rules.Rule("T-01").For<Item>().From("T-01").Yield((item, to) => to.Violation(item.At)), "T-01"));

    [Fact]
    public void Build_UnknownStandardDecided_IsSP0002() => Assert.Equal(
        ["SP0002: Rule 'T-09' decides the unknown standard 'T-09'. Name it among the standards of a rule set."],
        Mistakes(rules => rules.Rule("T-09").For<Item>().Yield((item, to) => to.Violation(item.At)), "T-01"));

    [Fact]
    public void Build_UnknownStandardConsumed_IsSP0003() => Assert.Equal(
        ["SP0003: Rule 'T-01 other' consumes the unknown standard 'T-09'. Name it among the standards of a rule set."],
        Mistakes(rules => rules.Rule("T-01", "other").For<Item>().While("T-09").Yield((item, to) => to.Violation(item.At)), "T-01"));

    [Fact]
    public void Build_StandardTwice_IsSP0004() => Assert.Equal(
        ["SP0004: Standard 'T-01' is defined 2 times. Give each standard its own Id."],
        Mistakes(_ => { }, "T-01", "T-01"));

    [Fact]
    public void Build_NoYield_IsSP0006() => Assert.Equal(
        ["SP0006: Rule 'T-01' yields nothing. End it with Yield."],
        Mistakes(rules => rules.Rule("T-01").For<Item>(), "T-01"));

    [Fact]
    public void Build_UnsealedFact_IsSP0007() => Assert.Equal(
        ["SP0007: Rule 'T-01' looks at 'IFact', which is not sealed. Rules match facts by their exact type: seal it."],
        Mistakes(rules => rules.Rule("T-01").For<IFact>().Yield((item, to) => to.Violation(item.OpenedAt)), "T-01"));

    [Fact]
    public void Build_SettledTwice_IsSP0008() => Assert.Equal(
        ["SP0008: The claims of standard 'T-01' are settled by more than one settlement. Name it in one."],
        Mistakes(
            rules =>
            {
                rules.Settle("T-01");
                rules.Settle("T-01");
            },
            "T-01"));

    [Fact]
    public void Build_ManyMistakes_AreAllReported()
    {
        string[] mistakes =
        [
            .. Mistakes(
                rules =>
                {
                    rules.Rule("T-01").For<Item>();
                    rules.Rule("T-09").For<Item>().While("T-08").Yield((item, to) => to.Violation(item.At));
                    rules.Rule("T-02").For<Item>().While("T-02").Yield((item, to) => to.Violation(item.At));
                    rules.Rule("T-01", "again").For<IFact>().Yield((item, to) => to.Violation(item.OpenedAt));
                },
                "T-01",
                "T-02",
                "T-02"),
        ];

        Assert.Equal(["SP0001", "SP0002", "SP0003", "SP0004", "SP0006", "SP0007"], mistakes.Select(mistake => mistake[..6]).Order());
    }

    [Fact]
    public void Build_Exception_ListsAllInItsMessage()
    {
        PolicyBuildException exception = Assert.Throws<PolicyBuildException>(() => TestRules.Engine(rules => rules.Rule("T-01").For<Item>(), "T-01", "T-02", "T-02"));

        Assert.Equal(
            "The policy engine cannot be built. SP0004: Standard 'T-02' is defined 2 times. Give each standard its own Id. | SP0006: Rule 'T-01' yields nothing. End it with Yield.",
            exception.Message);
    }

    public static TheoryData<string> Places => ["condition", "three-valued condition", "body", "join key", "absence key", "pair condition", "pair body", "instant", "period"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Evaluate_RuleThrows_NamesRuleStandardAndFact(string place)
    {
        InvalidTimeZoneException thrown = new("broken");
        PolicyEngine engine = TestRules.Engine(rules => Write(rules, place, thrown), "T-01", "T-02");
        Item item = new() { Key = "K" };
        Part part = new() { Key = "K" };
        Instant asOf = Arbitraries.Origin;
        Action[] evaluations =
        [
            () => engine.Evaluate(new PolicyCase(item, part), asOf),
            () => engine.Evaluate(new PolicyCase(part, item), asOf),
            () => engine.Timeline(new PolicyCase(item, part), Probe.Window),
            () => engine.EvaluateRequest(new PolicyCase(item, part), asOf),
            () => engine.Explain(new PolicyCase(item, part), asOf),
            .. place.StartsWith("pair", StringComparison.Ordinal) || place.EndsWith("key", StringComparison.Ordinal) ? Array.Empty<Action>() :
            [
                () => engine.Evaluate(item, asOf),
                () => engine.EvaluateInto(new FindingBuffer(), item, asOf),
                () => engine.Evaluate(new PolicyCase(item), asOf),
            ],
        ];

        foreach (Action evaluate in evaluations)
        {
            RuleFaultException fault = Assert.Throws<RuleFaultException>(evaluate);
            Assert.Equal("T-01", fault.Standard);
            Assert.Equal("T-01 faulty", fault.Rule);
            Assert.Equal(new FactKey("Item", "I1"), fault.Fact);
            Assert.Same(thrown, fault.InnerException);
            Assert.Equal("Rule 'T-01 faulty' of standard T-01 failed on Item I1: InvalidTimeZoneException. The rule is at fault, not the fact: see the inner exception.", fault.Message);
        }
    }

    [Fact]
    public void Evaluate_ImpossibleFacts_NamesAllProblemsOfTheCase()
    {
        PolicyEngine engine = TestRules.Engine(_ => { }, "T-01");
        PolicyCase @case = new(
            new Item { IsImpossible = true, Done = Arbitraries.Origin - Duration.Epsilon },
            new Item { Id = "I2" },
            new Item { Id = "I2" },
            new Part { Id = string.Empty },
            new Part { Id = "I2" });

        string[] expected = ["Item I1, isImpossible", "Item I1, done", "Item I2, id", "Part , id"];
        foreach (Action evaluate in new Action[] { () => engine.Evaluate(@case, Arbitraries.Origin), () => engine.Timeline(@case, Probe.Window), () => engine.EvaluateRequest(@case, Arbitraries.Origin) })
        {
            InvalidFactException exception = Assert.Throws<InvalidFactException>(evaluate);
            Assert.Equal(expected, exception.Problems.Select(problem => $"{problem.Fact}, {problem.Property}"));
            Assert.All(exception.Problems, problem => Assert.Contains(problem.ToString(), exception.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Evaluate_FactThatNoRuleLooksAt_IsNotApplicable()
    {
        PolicyDecision decision = Probe.Engine.Evaluate(new Item(), Arbitraries.Origin);

        Assert.Equal(PolicyOutcome.NotApplicable, decision.Outcome);
        Assert.Empty(decision.Findings);
        Assert.Empty(decision.Deciding);
        Assert.Equal(NextChange.Never, decision.NextChange);
    }

    private static void Write(TestRules rules, string place, Exception thrown)
    {
        rules.Rule("T-02").For<Item>().Yield((item, to) => to.Violation(item.At));
        RuleBuilder<Item> rule = rules.Rule("T-01", "faulty").For<Item>();
        switch (place)
        {
            case "condition":
                rule.When("fails", _ => Throw<bool>()).Yield((item, to) => to.Violation(item.At));
                break;
            case "three-valued condition":
                rule.When("fails", _ => Throw<YesNo>(), "Input").Yield((item, to) => to.Violation(item.At));
                break;
            case "body":
                rule.Yield((item, to) => to.Violation(Throw<Instant>()));
                break;
            case "join key":
                rule.Join<Part>(_ => Throw<string>(), part => part.Key).Yield((item, _, to) => to.Violation(item.At));
                break;
            case "absence key":
                rule.Without<Part>("no part", _ => Throw<string>(), part => part.Key).Yield((item, to) => to.Violation(item.At));
                break;
            case "pair condition":
                rule.Join<Part>(item => item.Key, part => part.Key).When("fails", (_, _) => Throw<bool>()).Yield((item, _, to) => to.Violation(item.At));
                break;
            case "pair body":
                rule.Join<Part>(item => item.Key, part => part.Key).Yield((item, _, to) => to.Violation(Throw<Instant>()));
                break;
            case "instant":
                rule.At("T-02", _ => Throw<Instant>()).Yield((item, to) => to.Violation(item.At));
                break;
            default:
                rule.StartingIn("T-02", _ => Throw<Interval>()).Yield((item, to) => to.Violation(item.At));
                break;
        }

        T Throw<T>() => throw thrown;
    }
}
