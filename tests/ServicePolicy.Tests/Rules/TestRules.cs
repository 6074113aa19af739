using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>A rule set that a test writes.</summary>
internal sealed class TestRules : RuleSet
{
    public TestRules(Action<TestRules> write, params string[] standards)
        : base("Tests", standards.Select(id => new Standard(id, Severity.Minor, "TT") { OwnTitle = id })) => write(this);

    /// <summary>All of time.</summary>
    public static Interval Always { get; } = new(null, null);

    /// <summary>An engine with nothing but what the test writes.</summary>
    public static PolicyEngine Engine(Action<TestRules> write, params string[] standards)
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new TestRules(write, standards));
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }

    /// <summary>The mistakes that building finds.</summary>
    public static IEnumerable<string> Mistakes(Action<TestRules> write, params string[] standards) =>
        Assert.Throws<PolicyBuildException>(() => Engine(write, standards)).Errors.Select(error => error.ToString());

    /// <summary>What a standard says over time, after checking that every way to evaluate says the same.</summary>
    public static IReadOnlyList<string> Said(PolicyEngine engine, string standard, params IFact[] facts)
    {
        PolicyCase @case = Arbitraries.CaseOf(facts);
        PolicyTimeline timeline = engine.Timeline(@case, Probe.Window);
        foreach (Instant instant in Probe.Instants(timeline, new Oracle(@case)))
        {
            PolicyDecision slice = timeline.At(instant), whole = engine.Evaluate(@case, instant);
            Assert.Equal(slice.Findings, whole.Findings);
            Assert.Equal(slice.NextChange, whole.NextChange);
            if (facts.Length == 1)
            {
                PolicyDecision alone = engine.Evaluate(facts[0], instant);
                Assert.Equal(slice.Findings, alone.Findings);
                Assert.Equal(slice.NextChange, alone.NextChange);
                Assert.Equal(slice.Outcome, alone.Outcome);
            }
        }

        return [.. timeline.Findings.Where(finding => finding.Standard.Id == standard).Select(GoldenCase.Text)];
    }

    public new RuleStart Rule(string standard, string? variant = null) => base.Rule(standard, variant);

    public void Settle(params string[] standards) => Settle<Item, Payment>(standards, _ => Currency.Cny, payment => payment.ItemId, payment => payment.At, payment => payment.Amount);
}
