using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class PolicyDecisionTests
{
    /// <summary>S17: the decision differs at the next change, and at no instant between.</summary>
    [Property(MaxTest = 1000)]
    public void NextChange_AnyCase_IsExact(PolicyCase @case, Instant asOf, Instant[] others)
    {
        foreach ((PolicyEngine engine, Duration? extension) in Probe.Engines)
        {
            PolicyDecision decision = engine.Evaluate(@case, asOf);
            PolicyTimeline timeline = engine.Timeline(@case, Probe.Window);
            IReadOnlyList<Verdict> now = Verdict.AllOf(decision.Findings);
            Instant end = decision.NextChange.Instant ?? Probe.Window.End;
            Assert.NotEqual(NextChangeKind.NotWithinWindow, decision.NextChange.Kind);
            Assert.True(end > asOf);
            if (decision.NextChange.Instant is { } change)
            {
                Assert.NotEqual(now, Verdict.At(timeline, change));
            }

            IEnumerable<Instant> between = Probe.Instants(timeline, new Oracle(@case, extension)).Concat(others).Append(end - Duration.Epsilon)
                .Where(instant => instant > asOf && instant < end);
            Assert.All(between, instant => Assert.Equal(now, Verdict.At(timeline, instant)));
        }
    }

    [Property(MaxTest = 1000)]
    public void Changes_AnyCase_AreThereExactlyWhenTheDecisionChanges(PolicyCase @case, Instant asOf)
    {
        PolicyDecision before = Probe.Extended.Evaluate(@case, asOf);
        IReadOnlyList<FindingChange> changes = before.Changes();

        Assert.Equal(before.NextChange.Kind == NextChangeKind.At, changes.Count > 0);
        Assert.DoesNotContain(changes, change => change.Before is null && change.After is null);
        if (before.NextChange.Instant is { } instant)
        {
            List<Verdict> held = [.. before.Findings.Select(Verdict.Of)];
            foreach (FindingChange change in changes)
            {
                Assert.True(change.Before is not { } ended || held.Remove(Verdict.Of(ended)));
            }

            held.AddRange(changes.Where(change => change.After is not null).Select(change => Verdict.Of(change.After!.Value)));
            Assert.Equal(Verdict.AllOf(Probe.Extended.Evaluate(@case, instant).Findings), held.OrderBy(verdict => verdict.ToString(), StringComparer.Ordinal));
        }
    }

    [Property(MaxTest = 1000)]
    public void DelayFrom_AnyInstant_IsTheShortestWholeMillisecondsThatReachTheChange(PolicyCase @case, Instant asOf, Instant now)
    {
        PolicyDecision decision = Probe.Engine.Evaluate(@case, asOf);
        TimeSpan? delay = decision.DelayFrom(now);

        if (decision.NextChange.Instant is not { } change)
        {
            Assert.Null(delay);
            return;
        }

        Assert.Equal(0, delay!.Value.Ticks % TimeSpan.TicksPerMillisecond);
        Assert.True(now + Duration.FromTimeSpan(delay.Value) >= change);
        Assert.True(delay == TimeSpan.Zero || now + Duration.FromTimeSpan(delay.Value) - Duration.FromMilliseconds(1) < change);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1_000_000, 1)]
    [InlineData(1_000_001, 2)]
    public void DelayFrom_NanosecondsBeforeTheChange_IsRoundedUpToMilliseconds(long nanoseconds, int milliseconds)
    {
        PolicyDecision decision = Probe.Engine.Evaluate(Example.Complaint, Arbitraries.Origin);

        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            decision.DelayFrom(decision.NextChange.Instant!.Value - Duration.FromNanoseconds(nanoseconds)));
    }

    /// <summary>S14: worst first.</summary>
    [Property(MaxTest = 1000)]
    public void Outcome_AnyCase_IsTheWorstAndDecidingAreItsFindings(PolicyCase @case, Instant asOf)
    {
        PolicyDecision decision = Probe.Extended.Evaluate(@case, asOf);
        int worst = decision.Findings.Select(Rank).DefaultIfEmpty(0).Max();

        Assert.Equal(worst, Rank(decision.Outcome));
        Assert.Equal(worst == 0 ? [] : decision.Findings.Where(finding => Rank(finding) == worst), decision.Deciding);
    }

    /// <summary>S8: elapsed and slack are the decision's, start, limit, due and done the finding's.</summary>
    [Property(MaxTest = 500)]
    public void Margin_AnyObligationWithALimit_AddsUp(PolicyCase @case, Instant asOf)
    {
        foreach (Finding finding in Probe.Extended.Evaluate(@case, asOf).Findings.Where(finding => finding.Margin is { Limit: not null, Start: not null }))
        {
            Margin margin = finding.Margin;
            Instant until = margin.Done is { } done && done <= asOf ? done : asOf;
            Assert.Equal(margin.Start + margin.Limit, margin.Due);
            Assert.Equal(until - margin.Start!.Value, finding.Elapsed);
            Assert.Equal(margin.Due - until, finding.Slack);
            Assert.Equal(margin.Limit, finding.Elapsed + finding.Slack);
        }
    }

    [Fact]
    public void Version_AnyDecision_NamesEditionCatalogueAndTimeZones()
    {
        PolicyVersion version = Probe.Engine.Evaluate(Example.Complaint, Arbitraries.Origin).Version;

        Assert.Equal("default", version.Edition);
        Assert.Equal(StandardCatalogue.CatalogueVersion, version.Catalogue);
        Assert.StartsWith("TZDB: ", version.TimeZones, StringComparison.Ordinal);
    }

    private static int Rank(PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.Violated or PolicyOutcome.Breached => 6,
        PolicyOutcome.AtRisk => 5,
        PolicyOutcome.Inadmissible => 4,
        PolicyOutcome.Indeterminate => 3,
        PolicyOutcome.Pending => 2,
        PolicyOutcome.Met => 1,
        _ => 0,
    };

    private static int Rank(Finding finding) => (finding.Kind, finding.State) switch
    {
        (FindingKind.Violation, _) or (_, FindingState.Breached) => 6,
        (_, FindingState.AtRisk) => 5,
        (FindingKind.Inadmissible, _) => 4,
        (FindingKind.Indeterminate, _) => 3,
        (_, FindingState.Pending) => 2,
        (_, FindingState.Met) => 1,
        _ => 0,
    };
}
