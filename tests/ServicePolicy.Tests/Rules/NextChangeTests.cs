using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Rules;

/// <summary>S17: where one duty of a clause decides after another and the clause says the same all the while, nothing changes, however often that is.</summary>
public sealed class NextChangeTests
{
    /// <summary>Each of the duties is done an hour after the one before, the last of them last; met only when every one is (S29).</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(40)]
    public void NextChange_DutiesThatAreDoneOneByOne_IsWhenTheLastIsDone(int duties)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                foreach (int number in Enumerable.Range(1, duties))
                {
                    rules.Rule("T-01", $"{number}").For<Item>().Yield((item, to) => to.Limit(item.At, within: TimeLimit.FromHours(100 + number), until: Occurrence.At(T(number))));
                }
            },
            "T-01");
        PolicyTimeline timeline = engine.Timeline(new PolicyCase(new Item()), Probe.Window);

        PolicyDecision first = engine.Evaluate(new Item(), T(0)), last = engine.Evaluate(new Item(), T(duties, -1));
        Assert.Equal((PolicyOutcome.Pending, NextChange.At(T(duties))), (first.Outcome, first.NextChange));
        Assert.Equal((PolicyOutcome.Pending, NextChange.At(T(duties))), (last.Outcome, last.NextChange));
        Assert.Equal(NextChange.At(T(duties)), timeline.At(T(0)).NextChange);
        Assert.Equal((PolicyOutcome.Met, NextChange.Never), (timeline.At(T(duties)).Outcome, timeline.At(T(duties)).NextChange));
    }

    /// <summary>The last of the duties is never done and has no limit, so that the clause is pending for ever.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(40)]
    public void NextChange_DutiesOfWhichTheLastIsNeverDone_IsNever(int duties)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                foreach (int number in Enumerable.Range(1, duties))
                {
                    rules.Rule("T-01", $"{number}").For<Item>().Yield((item, to) => to.Duty(
                        item.At + Duration.FromNanoseconds(number),
                        until: number < duties ? T(number) : Occurrence.NotHappened));
                }
            },
            "T-01");
        PolicyDecision decision = engine.Evaluate(new Item(), T(0, duties));

        Assert.Equal((PolicyOutcome.Pending, NextChange.Never), (decision.Outcome, decision.NextChange));
    }

    /// <summary>A change of another clause between is one, whichever of the two comes first, and also at an instant at which the first says the same again.</summary>
    [Theory]
    [InlineData("T-01", "T-02", 10, 1)]
    [InlineData("T-02", "T-01", 10, 1)]
    [InlineData("T-01", "T-02", 10, 0)]
    [InlineData("T-02", "T-01", 30, 0)]
    [InlineData("T-01", "T-02", 30, -1)]
    public void NextChange_AnotherClauseBetween_IsThatOfTheOther(string many, string other, int hours, int ticks)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                foreach (int number in Enumerable.Range(1, 40))
                {
                    rules.Rule(many, $"{number}").For<Item>().Yield((item, to) => to.Limit(item.At, within: TimeLimit.FromHours(100 + number), until: Occurrence.At(T(number))));
                }

                rules.Rule(other, "for good").For<Item>().Yield((_, to) => to.Permission(new Interval(T(hours, ticks), null)));
                rules.Rule(other, "later").For<Item>().Yield((_, to) => to.Permission(new Interval(T(200), null)));
            },
            "T-01",
            "T-02");

        Assert.Equal(NextChange.At(T(hours, ticks)), engine.Evaluate(new Item(), T(0)).NextChange);
        Assert.Equal(NextChange.At(T(40)), engine.Evaluate(new Item(), T(hours, ticks)).NextChange);
    }

    /// <summary>What a clause says on two grounds ends where neither goes on.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, -1)]
    public void NextChange_ClauseOfTwoGroundsThatEnd_IsTheEnd(int hours, int ticks)
    {
        PolicyEngine engine = TestRules.Engine(
            rules =>
            {
                rules.Rule("T-01", "short").For<Item>().Yield((_, to) => to.Permission(new Interval(T(0), T(1))));
                rules.Rule("T-01", "long").For<Item>().Yield((_, to) => to.Permission(new Interval(T(0), T(2))));
            },
            "T-01");

        Assert.Equal(NextChange.At(T(2)), engine.Evaluate(new Item(), T(0)).NextChange);
        Assert.Equal(NextChange.At(T(2)), engine.Evaluate(new Item(), T(hours, ticks)).NextChange);
        Assert.Equal(NextChange.Never, engine.Evaluate(new Item(), T(2)).NextChange);
    }
}
