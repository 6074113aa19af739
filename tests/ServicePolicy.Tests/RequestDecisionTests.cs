using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Tests.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>S15: denied, indeterminate, deferred until, or allowed.</summary>
public sealed class RequestDecisionTests
{
    private static readonly PolicyEngine Engine = TestRules.Engine(
        rules =>
        {
            rules.Rule("T-01").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(new Interval(T(1), T(3))));
            rules.Rule("T-02").For<Item>().When("second", item => item.Second, "Second").Yield((item, to) => to.Prohibition(new Interval(T(3), T(4))));
            rules.Rule("T-03").For<Item>().When("has a key", item => item.Key is not null).Yield((item, to) => to.Prohibition(T(2)));
            rules.Rule("T-04").For<Item>().Yield((item, to) => to.Permission(item.At));
        },
        "T-01",
        "T-02",
        "T-03",
        "T-04");

    // What may be a prohibition is, for want of the same input, perhaps a violation afterwards.
    private static readonly PolicyEngine PerhapsForbidden = TestRules.Engine(
        rules =>
        {
            rules.Rule("T-01", "forbidden").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(new Interval(T(1), T(3))));
            rules.Rule("T-01", "violated").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Violation(Occurrence.At(T(3))));
        },
        "T-01");

    // Every night from 22:00 to 07:00 in Shanghai, for as long as anyone asks; the item's At is any instant before the first night.
    private static readonly PolicyEngine Nights = TestRules.Engine(
        rules => rules.Rule("T-01").For<Item>().Yield((item, to) =>
        {
            Interval window = to.WantedWindow;
            DateTimeZone zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
            for (LocalDate day = window.Start.InZone(zone).Date.PlusDays(-1); day <= window.End.InZone(zone).Date; day = day.PlusDays(1))
            {
                to.Prohibition(new Interval(day.At(new LocalTime(22, 0)).InZoneStrictly(zone).ToInstant(), day.PlusDays(1).At(new LocalTime(7, 0)).InZoneStrictly(zone).ToInstant()));
            }
        }),
        "T-01");

    // Always, but worked out for the window only.
    private static readonly PolicyEngine EveryInstant = TestRules.Engine(
        rules => rules.Rule("T-01").For<Item>().Yield((item, to) => to.Prohibition(to.WantedWindow)),
        "T-01");

    [Theory]
    [InlineData(1, -1, RequestOutcome.Allowed)]
    [InlineData(1, 0, RequestOutcome.Indeterminate)]
    [InlineData(3, -1, RequestOutcome.Indeterminate)]
    [InlineData(3, 0, RequestOutcome.Allowed)]
    public void EvaluateRequest_DoubtGoesOnAfterWhatMayBeForbidden_IsAllowedThen(int hours, int ticks, RequestOutcome outcome)
    {
        RequestDecision decision = PerhapsForbidden.EvaluateRequest(new Item { First = YesNo.Unknown }, T(hours, ticks));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(outcome == RequestOutcome.Indeterminate ? ["T-01"] : [], decision.Deciding.Select(finding => finding.Standard.Id));
    }

    [Theory]
    [InlineData(1, -1, RequestOutcome.Allowed, null)]
    [InlineData(1, 0, RequestOutcome.Deferred, 4)]
    [InlineData(4, -1, RequestOutcome.Deferred, 4)]
    [InlineData(4, 0, RequestOutcome.Allowed, null)]
    public void EvaluateRequest_ProhibitionsThatTouch_DefersBeyondBoth(int hours, int ticks, RequestOutcome outcome, int? until)
    {
        RequestDecision decision = Engine.EvaluateRequest(new Item(), T(hours, ticks));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(until is { } end ? T(end) : null, decision.Until);
        Assert.Equal(T(hours, ticks), decision.AsOf);
    }

    [Fact]
    public void EvaluateRequest_Allowed_IsDecidedByItsPermissions() =>
        Assert.Equal(["T-04 Permission [0h, ∞)"], Engine.EvaluateRequest(new Item(), T(9)).Deciding.Select(Text));

    [Fact]
    public void EvaluateRequest_Deferred_IsDecidedByWhatStandsInTheWay() =>
        Assert.Equal(["T-01 Prohibition [1h, 3h)"], Engine.EvaluateRequest(new Item(), T(2)).Deciding.Select(Text));

    /// <summary>What holds at the instant decides: what comes later makes it endless, and is not named.</summary>
    [Theory]
    [InlineData(2, 0, RequestOutcome.Denied, "T-01 Prohibition [1h, 3h)", "T-03 Prohibition [2h, ∞)")]
    [InlineData(2, -1, RequestOutcome.Denied, "T-01 Prohibition [1h, 3h)")]
    [InlineData(1, -1, RequestOutcome.Allowed, "T-04 Permission [0h, ∞)")]
    public void EvaluateRequest_ProhibitionWithoutEnd_IsDeniedByWhatHolds(int hours, int ticks, RequestOutcome outcome, params string[] deciding)
    {
        RequestDecision decision = Engine.EvaluateRequest(new Item { Key = "K" }, T(hours, ticks));

        Assert.Equal(outcome, decision.Outcome);
        Assert.Null(decision.Until);
        Assert.Equal(deciding, decision.Deciding.Select(Text));
    }

    /// <summary>Where something forbids now, it is deferred beyond what cannot be told either.</summary>
    [Fact]
    public void EvaluateRequest_UnknownInputAfterAProhibition_DefersBeyondBoth() =>
        Assert.Equal(T(4), Engine.EvaluateRequest(new Item { First = YesNo.Yes, Second = YesNo.Unknown }, T(1)).Until);

    /// <summary>Where only what cannot be told holds now, it is indeterminate, whatever comes later.</summary>
    [Theory]
    [InlineData(YesNo.No)]
    [InlineData(YesNo.Yes)]
    public void EvaluateRequest_UnknownInputNow_IsIndeterminate(YesNo second)
    {
        RequestDecision decision = Engine.EvaluateRequest(new Item { First = YesNo.Unknown, Second = second }, T(2));

        Assert.Equal((RequestOutcome.Indeterminate, null), (decision.Outcome, decision.Until));
    }

    /// <summary>What cannot be told of a duty stands in nobody's way: it is allowed whatever the unknown is.</summary>
    [Fact]
    public void EvaluateRequest_UnknownInputOfAViolation_IsAllowed()
    {
        PolicyEngine engine = TestRules.Engine(rules => rules.Rule("T-01").For<Item>().Yield((item, to) => to.Demand(item.At, item.First)), "T-01");

        Assert.Equal(RequestOutcome.Allowed, engine.EvaluateRequest(new Item { First = YesNo.Unknown }, T(1)).Outcome);
    }

    [Fact]
    public void EvaluateRequest_NoRuleLooksAtIt_IsNotApplicable()
    {
        RequestDecision decision = Engine.EvaluateRequest(new PolicyCase(new Part { Id = "P" }, new Item { Key = "K" }), T(2));

        Assert.Equal(RequestOutcome.NotApplicable, decision.Outcome);
        Assert.Empty(decision.Deciding);
    }

    [Fact]
    public void EvaluateRequest_UnknownInputWithoutEnd_IsIndeterminate()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<Item>().When("first", item => item.First, "First").Yield((item, to) => to.Prohibition(item.At)),
            "T-01");
        RequestDecision decision = engine.EvaluateRequest(new Item { First = YesNo.Unknown }, T(1));

        Assert.Equal(RequestOutcome.Indeterminate, decision.Outcome);
        Assert.Equal(["T-01 Indeterminate for want of First [0h, ∞)"], decision.Deciding.Select(Text));
        Assert.Equal(RequestOutcome.Allowed, engine.EvaluateRequest(new Item { First = YesNo.No }, T(1)).Outcome);
    }

    /// <summary>22:00:00, 06:59:59.999999999 and 07:00 in the customer's zone: refused, refused, allowed.</summary>
    [Theory]
    [InlineData("2026-11-20T21:59:59.999999999", RequestOutcome.Allowed)]
    [InlineData("2026-11-20T22:00:00", RequestOutcome.Deferred)]
    [InlineData("2026-11-21T06:59:59.999999999", RequestOutcome.Deferred)]
    [InlineData("2026-11-21T07:00:00", RequestOutcome.Allowed)]
    public void EvaluateRequest_RecurringNights_DefersToTheMorning(string local, RequestOutcome outcome)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        Instant asOf = NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(local).Value.InZoneStrictly(zone).ToInstant();
        RequestDecision decision = Nights.EvaluateRequest(new Item(), asOf);

        Assert.Equal(outcome, decision.Outcome);
        Assert.Equal(outcome == RequestOutcome.Deferred ? new LocalDateTime(2026, 11, 21, 7, 0).InZoneStrictly(zone).ToInstant() : null, decision.Until);
    }

    /// <summary>S16: a change within the window is exact, and does not depend on the window.</summary>
    [Fact]
    public void Evaluate_RecurringNights_ChangesNextEvening()
    {
        PolicyDecision decision = Nights.Evaluate(new Item(), T(0));

        Assert.Equal(Instant.FromUtc(2026, 11, 20, 14, 0), decision.NextChange.Instant);
        Assert.Equal(
            decision.Findings,
            Nights.Timeline(new PolicyCase(new Item()), new Interval(T(-100), T(900))).At(T(0)).Findings);
        Assert.Single(decision.Changes());
    }

    [Fact]
    public void EvaluateRequest_RecurringWithoutEndInTheWindow_IsDenied()
    {
        RequestDecision decision = EveryInstant.EvaluateRequest(new Item(), T(0));

        Assert.Equal(RequestOutcome.Denied, decision.Outcome);
        Assert.Null(decision.Until);
        Assert.Equal("T-01", Assert.Single(decision.Deciding).Standard.Id);
    }

    /// <summary>S16: no change within the window is told apart from never.</summary>
    [Fact]
    public void Evaluate_RecurringWithoutChangeInTheWindow_SaysHowFarItLooked()
    {
        NextChange next = EveryInstant.Evaluate(new Item(), T(0)).NextChange;

        Assert.Equal(NextChangeKind.NotWithinWindow, next.Kind);
        Assert.Equal(T(0) + Duration.FromDays(400), next.LookedUntil);
        Assert.Null(next.Instant);
        Assert.Null(EveryInstant.Evaluate(new Item(), T(0)).DelayFrom(T(0)));
    }

    [Fact]
    public void Describe_Deferred_SaysUntilWhenAndWhy()
    {
        RequestDecision decision = Engine.EvaluateRequest(new Item(), T(2));

        Assert.Equal(
            "Deferred as of 2026-11-20T03:00:00Z, until 2026-11-20T05:00:00Z\nT-01 refused: T-01, until 2026-11-20T04:00:00Z (TT)",
            decision.Describe(System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith("推迟,截至 2026-11-20T03:00:00Z,至 2026-11-20T05:00:00Z\n", decision.Describe(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
    }
}
