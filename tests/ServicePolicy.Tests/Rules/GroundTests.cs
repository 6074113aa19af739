using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Rules;

/// <summary>Prohibitions on several grounds, and indeterminates that end.</summary>
public sealed class GroundTests
{
    [Fact]
    public void Prohibition_SeveralGrounds_AreFindingsOfTheirOwn()
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01", "a").For<Item>().Yield((item, to) => to.Prohibition(item.At, "a"));
                rules.Rule("T-01", "b").For<Item>().Yield((item, to) => to.Prohibition(item.At, "b"));
                rules.Rule("T-01", "again").For<Item>().Yield((item, to) => to.Prohibition(item.At, "a"));
            },
            "T-01");

        Assert.Equal(["a", "b"], engine.EvaluateRequest(new Item(), T(0)).Deciding.Select(finding => finding.Class).Order());
        Assert.Equal(["T-01 Prohibition [0h, ∞)", "T-01 Prohibition [0h, ∞)"], TestRules.Said(engine, "T-01", new Item()));
    }

    [Fact]
    public void Prohibition_GroundInDoubt_IsIndeterminate()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(item.At, "a")),
            "T-01");

        Assert.Equal(["T-01 Indeterminate for want of First [0h, ∞)"], TestRules.Said(engine, "T-01", new Item { First = YesNo.Unknown }));
    }

    [Fact]
    public void Indeterminate_DuringAnInterval_EndsWithIt()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().Yield((item, to) => to.Indeterminate(new Interval(T(1), T(2)), "B", "A")),
            "T-01");

        Assert.Equal(["T-01 Indeterminate for want of A, B [1h, 2h)"], TestRules.Said(engine, "T-01", new Item()));
        Assert.Equal(RequestOutcome.Indeterminate, engine.EvaluateRequest(new Item(), T(1)).Outcome);
        Assert.Equal(RequestOutcome.Allowed, engine.EvaluateRequest(new Item(), T(2)).Outcome);
    }
}
