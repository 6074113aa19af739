using NodaTime;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;
using static ServicePolicy.Tests.Rules.TestRules;

namespace ServicePolicy.Tests.Rules;

/// <summary>The life of a duty (S6) of which one instant is known to a range (S26, S27), and what its margin tells (S8).</summary>
public sealed class LifeTests
{
    private static readonly Occurrence Open = Occurrence.NotHappened;

    private static readonly PolicyEngine Engine = TestRules.Engine(
        rules =>
        {
            rules.Rule("T-01").For<Item>().Yield((item, to) => to.Deadline(item.At, warn: T(1), due: item.Done, until: Open));
            rules.Rule("T-02").For<Item>().Yield((item, to) => to.Deadline(item.At, warn: item.Done, due: Occurrence.At(T(4)), until: Open));
            rules.Rule("T-03").For<Item>().Yield((item, to) => to.Duty(item.At, until: Open, unless: item.Done));
            rules.Rule("T-04").For<Item>().Yield((item, to) => to.Limit(item.Done, within: TimeLimit.FromHours(8), until: Open));
            rules.Rule("T-05").For<Item>().Yield((item, to) => to.Beforehand(item.Done, done: T(2)));
            rules.Rule("T-06").For<Item>().Yield((item, to) => to.Limit(Occurrence.At(item.At), within: TimeLimit.FromHours(4), until: Open, unless: item.Done));
        },
        "T-01",
        "T-02",
        "T-03",
        "T-04",
        "T-05",
        "T-06");

    [Fact]
    public void Deadline_DueWithinARange_IsAtRiskUntilTheFirstAndBreachedAfterTheLast() => Assert.Equal(
        [
            "T-01 Pending for want of Done [0h, 1h)",
            "T-01 AtRisk for want of Done [1h, 2h+1)",
            "T-01 Indeterminate for want of Done [2h+1, 3h+1)",
            "T-01 Breached for want of Done [3h+1, ∞)",
        ],
        Said(Engine, "T-01", new Item { Done = Occurrence.Between(T(2), T(3)) }));

    [Theory]
    [InlineData(1, -1, FindingState.Pending)]
    [InlineData(1, 0, FindingState.None)]
    [InlineData(2, -1, FindingState.None)]
    [InlineData(2, 0, FindingState.AtRisk)]
    [InlineData(4, 0, FindingState.AtRisk)]
    [InlineData(4, 1, FindingState.Breached)]
    public void Deadline_WarningWithinARange_IsInDoubtBetweenItsEnds(int hours, int ticks, FindingState state) =>
        Assert.Equal(state, Assert.Single(Engine.Evaluate(new Item { Done = Occurrence.Between(T(1), T(2)) }, T(hours, ticks)).Findings, finding => finding.Standard.Id == "T-02").State);

    [Fact]
    public void Duty_Void_SaysNothingFromThereOn()
    {
        Assert.Equal(["T-03 Pending [0h, 2h)"], Said(Engine, "T-03", new Item { Done = T(2) }));
        Assert.Equal(["T-03 Pending [0h, 1h)", "T-03 Indeterminate for want of Done [1h, 2h)"], Said(Engine, "T-03", new Item { Done = Occurrence.Between(T(1), T(2)) }));
    }

    /// <summary>Void at an instant or not at all: in doubt from it on, for if it is not it is breached.</summary>
    [Fact]
    public void Limit_PerhapsVoid_IsInDoubtFromWhenItMayBe() => Assert.Equal(
        ["T-06 Pending [0h, 2h)", "T-06 Indeterminate for want of Done [2h, ∞)"],
        Said(Engine, "T-06", new Item { Done = Occurrence.Between(T(2), T(2)).Perhaps() }));

    /// <summary>At the last instant at which it may be void it is late only a tick later: void at due is void in time.</summary>
    [Fact]
    public void Limit_VoidAtDue_IsNeverLate()
    {
        Assert.Equal(["T-06 Pending [0h, 3h)", "T-06 AtRisk [3h, 4h)"], Said(Engine, "T-06", new Item { Done = T(4) }));
        Assert.Equal(["T-06 Pending [0h, 3h)", "T-06 AtRisk [3h, 4h+1)", "T-06 Breached [4h+1, ∞)"], Said(Engine, "T-06", new Item { Done = T(4, 1) }));
        Assert.Equal(["T-06 Pending [0h, 3h)", "T-06 AtRisk [3h, 4h)", "T-06 Indeterminate for want of Done [4h, ∞)"], Said(Engine, "T-06", new Item { Done = Occurrence.Between(T(4), T(5)) }));
    }

    [Fact]
    public void Beforehand_WithinARange_IsMetOrViolatedAsSoonAsEitherIsSure()
    {
        Assert.Equal(["T-05 Indeterminate for want of Done [1h, ∞)"], Said(Engine, "T-05", new Item { Done = Occurrence.Between(T(1), T(3)) }));
        Assert.Equal(["T-05 Indeterminate for want of Done [2h, 3h)", "T-05 Met for want of Done [3h, ∞)"], Said(Engine, "T-05", new Item { Done = Occurrence.Between(T(2), T(3)) }));
    }

    /// <summary>S8: start, limit, due and done, as far as there is one and it is known.</summary>
    [Fact]
    public void Margin_OfADuty_TellsWhatIsConstant()
    {
        Assert.Equal(new Margin(T(0), null, null, null), Margin("T-03", T(0), new Item()));
        Assert.Equal(new Margin(T(0), null, T(4), null), Margin("T-02", T(0), new Item { Done = T(1) }));
        Assert.Equal(new Margin(T(0), null, null, null), Margin("T-01", T(0), new Item { Done = Occurrence.Between(T(2), T(3)) }));
        Assert.Equal(new Margin(T(1), TimeLimit.FromHours(8).Length, T(9), null), Margin("T-04", T(1), new Item { Done = T(1) }));
        Assert.Equal(new Margin(null, TimeLimit.FromHours(8).Length, null, null), Margin("T-04", T(2), new Item { Done = Occurrence.Between(T(1), T(2)) }));
    }

    private static Margin Margin(string standard, Instant at, Item item) => Assert.Single(Engine.Evaluate(item, at).Findings, finding => finding.Standard.Id == standard).Margin;
}
