using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class PolicyTimelineTests
{
    private static readonly PolicyEngine Lenient = PolicyEngine.Create(ServiceStandards.Default with
    {
        Complaints = new ComplaintStandards { Handled = 0.5m, ValidHandled = 0.75m },
    });

    [Property(MaxTest = 3000)]
    public void At_AnyCaseAtEveryBoundary_AgreesWithTheOracle(PolicyCase any)
    {
        PolicyCase @case = Known.Of(any);
        foreach ((PolicyEngine engine, Duration? extension) in Probe.Engines)
        {
            Oracle oracle = new(@case, extension);
            PolicyTimeline timeline = engine.Timeline(@case, Probe.Window);
            foreach (Instant instant in Probe.Instants(timeline, oracle))
            {
                Agree(@case, instant, oracle.At(instant), Verdict.At(timeline, instant));
            }
        }
    }

    /// <summary>CMP-08: where not all need be handled, which ones are valid matters.</summary>
    [Property(MaxTest = 1000, Arbitrary = [typeof(Periods)])]
    public void At_OtherRatesAtEveryBoundary_AgreesWithTheOracle(PolicyCase any)
    {
        PolicyCase @case = Known.Of(any);
        Oracle oracle = new(@case, handled: 0.5m, validHandled: 0.75m);
        PolicyTimeline timeline = Lenient.Timeline(@case, Probe.Window);
        foreach (Instant instant in Probe.Instants(timeline, oracle))
        {
            Agree(@case, instant, oracle.At(instant), Verdict.At(timeline, instant));
        }
    }

    [Property(MaxTest = 500)]
    public void At_AnyCaseAtEveryBoundary_EqualsEvaluate(PolicyCase @case)
    {
        foreach ((PolicyEngine engine, Duration? extension) in Probe.Engines)
        {
            PolicyTimeline timeline = engine.Timeline(@case, Probe.Window);
            foreach (Instant instant in Probe.Instants(timeline, new Oracle(@case, extension)))
            {
                PolicyDecision slice = timeline.At(instant), decision = engine.Evaluate(@case, instant);
                Assert.Equal(slice.Findings, decision.Findings);
                Assert.Equal(slice.Outcome, decision.Outcome);
                Assert.Equal(slice.NextChange, decision.NextChange);
                Assert.Equal(slice.Deciding, decision.Deciding);
            }
        }
    }

    /// <summary>S11: findings of one key that touch and say the same are one.</summary>
    [Property(MaxTest = 500)]
    public void Findings_AnyCase_AreCanonical(PolicyCase @case)
    {
        IReadOnlyList<Finding> findings = Probe.Extended.Timeline(@case, Probe.Window).Findings;
        Assert.DoesNotContain(findings, finding => finding.Holds is { HasStart: true, HasEnd: true } holds && holds.Start == holds.End);
        foreach (IGrouping<(Verdict, Margin), Finding> group in findings.GroupBy(finding => (Verdict.Of(finding), finding.Margin)))
        {
            Finding[] same = [.. group.OrderBy(finding => Start(finding))];
            Assert.All(same.Zip(same.Skip(1)), pair => Assert.True(pair.First.Holds.End < pair.Second.Holds.Start));
        }

        Assert.Equal(
            findings.OrderBy(Start).ThenBy(finding => finding.Standard.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject.Type, StringComparer.Ordinal).ThenBy(finding => finding.Subject.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Holds.HasEnd ? finding.Holds.End : Instant.MaxValue),
            findings);
    }

    [Fact]
    public void At_InstantOutsideTheWindow_Throws()
    {
        PolicyTimeline timeline = Probe.Engine.Timeline(Arbitraries.CaseOf([Example.Complaint]), new Interval(Arbitraries.Origin, Arbitraries.Origin + Duration.FromHours(1)));

        timeline.At(Arbitraries.Origin);
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.At(Arbitraries.Origin - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.At(Arbitraries.Origin + Duration.FromHours(1)));
    }

    private static Instant Start(Finding finding) => finding.Holds.HasStart ? finding.Holds.Start : Instant.MinValue;

    private static void Agree(PolicyCase @case, Instant instant, IReadOnlyList<Verdict> expected, IReadOnlyList<Verdict> actual) => Assert.True(
        expected.SequenceEqual(actual),
        $"{string.Join('\n', @case.Facts)}\nAt {instant:uuuu-MM-ddTHH:mm:ss.fffffffff} the oracle says\n{string.Join('\n', expected)}\nand the timeline\n{string.Join('\n', actual)}");

    private static class Periods
    {
        public static Arbitrary<PolicyCase> Cases() => Arb.From(Arbitraries.PeriodCaseGen, Arbitraries.Shrink);
    }
}
