using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Time;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>The ways to evaluate agree, and what must not matter does not.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class EvaluationTests
{
    [Property(MaxTest = 150)]
    public void Evaluate_OneFactAtEveryBoundary_EqualsItsCase(PolicyCase @case)
    {
        FindingBuffer buffer = new(1);
        foreach (IFact fact in @case.Facts)
        {
            PolicyCase alone = new(fact);
            foreach ((PolicyEngine engine, Duration? extension) in Probe.Engines)
            {
                foreach (Instant instant in Probe.Instants(engine.Timeline(alone, Probe.Window), new Oracle(alone, extension)))
                {
                    PolicyDecision expected = engine.Evaluate(alone, instant), actual = engine.Evaluate(fact, instant);
                    Assert.Equal(expected.Findings, actual.Findings);
                    Assert.Equal(expected.Outcome, actual.Outcome);
                    Assert.Equal(expected.NextChange, actual.NextChange);
                    Assert.Equal(expected.Deciding, actual.Deciding);
                    Assert.Equal(expected.Changes(), actual.Changes());

                    engine.EvaluateInto(buffer, fact, instant);
                    Assert.Equal(expected.Findings, buffer.Findings);
                    Assert.Equal(expected.Outcome, buffer.Outcome);
                    Assert.Equal(expected.NextChange, buffer.NextChange);
                    Assert.Equal(expected.Findings.Select(finding => finding.Slack), buffer.Findings.Select(finding => finding.Slack));
                }
            }
        }
    }

    [Property(MaxTest = 500)]
    public void Timeline_FactsInAnotherOrder_IsEqual(PolicyCase @case, int seed)
    {
        IFact[] shuffled = [.. @case.Facts];
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(
            Probe.Extended.Timeline(@case, Probe.Window).Findings,
            Probe.Extended.Timeline(Arbitraries.CaseOf(shuffled), Probe.Window).Findings);
    }

    [Property(MaxTest = 300)]
    public void Timeline_RuleSetsInAnotherOrder_IsEqual(PolicyCase @case)
    {
        PolicyEngineOptions backwards = new() { IncludeCatalogue = false };
        backwards.RuleSets.Add(standards => new RefundRules(standards.Refunds));
        backwards.RuleSets.Add(standards => new ComplaintRules(standards.Complaints));
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, backwards);

        Assert.Equal(Probe.Engine.Timeline(@case, Probe.Window).Findings, engine.Timeline(@case, Probe.Window).Findings);
    }

    /// <summary>S16: what an instant says does not depend on the window it is in.</summary>
    [Property(MaxTest = 300)]
    public void At_AnotherWindow_IsEqual(PolicyCase @case, Instant asOf)
    {
        PolicyDecision narrow = Probe.Extended.Timeline(@case, new Interval(asOf, asOf + Duration.Epsilon)).At(asOf);

        Assert.Equal(Probe.Extended.Timeline(@case, new Interval(null, null)).At(asOf).Findings, narrow.Findings);
        Assert.Equal(Probe.Extended.Evaluate(@case, asOf).NextChange, narrow.NextChange);
    }

    [Fact]
    public void Evaluate_OnManyThreads_IsEqual()
    {
        (PolicyCase Case, Instant AsOf)[] asked =
        [
            .. Arbitraries.Cases().Generator.Zip(Arbitraries.Instants().Generator).Sample(400, new Rnd(7, 7), 50).Select(pair => (pair.Item1, pair.Item2)),
        ];
        string[] expected = [.. asked.Select(pair => Text(pair.Case, pair.AsOf))];

        // An engine that nothing was asked of yet, so that what it caches is made in the crowd.
        PolicyEngine fresh = PolicyEngine.Create(ServiceStandards.Default);
        string[][] actual = new string[8][];
        Thread[] threads = [.. actual.Select((_, index) => new Thread(() => actual[index] = [.. asked.Select(pair => Text(pair.Case, pair.AsOf, fresh))]))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(actual, texts => Assert.Equal(expected, texts));

        static string Text(PolicyCase @case, Instant asOf, PolicyEngine? engine = null)
        {
            PolicyDecision decision = (engine ?? Probe.Engine).Evaluate(@case, asOf);
            return string.Join('\n', decision.Findings.Select(finding => $"{Verdict.Of(finding)} {finding.Holds} {finding.Margin}").Prepend(decision.ToString()))
                + string.Join('\n', @case.Facts.Select(fact => (engine ?? Probe.Engine).Evaluate(fact, asOf).ToString()));
        }
    }

    /// <summary>S1: what happens after an instant does not change what holds at it; a time agreed for a call is known from the call on.</summary>
    /// <remarks>
    /// Of grants in advance that are known: of one that is not, the desk's agreeing later tells that it may have been in order. A repeated verdict counts once:
    /// two advances on one charge are each to be told of, and only when that was done later, which is a margin, tells the one duty from the other.
    /// The inputs named may be more: an event that may be later is cut elsewhere than one that is known to be no later.
    /// </remarks>
    [Property(MaxTest = 300)]
    public void Evaluate_WithoutWhatComesAfter_IsEqual(PolicyCase any)
    {
        PolicyCase @case = Arbitraries.CaseOf([.. any.Facts.Select(fact => fact is AdvanceRefund { Granted.IsUnknown: true } advance ? advance with { Granted = default } : fact)]);
        foreach (Instant asOf in Probe.Instants(Probe.Extended.Timeline(@case, Probe.Window), new Oracle(@case, Arbitraries.Extension)))
        {
            IFact[] known = [.. @case.Facts.Where(fact => fact.OpenedAt <= asOf).Select(fact => Before(fact, asOf))];

            Assert.Equal(Said(@case, asOf), known.Length == 0 ? [] : Said(Arbitraries.CaseOf(known), asOf));
        }
    }

    /// <summary>S6: the warning point is a figure.</summary>
    [Theory]
    [InlineData("0.5", 4)]
    [InlineData("0", 0)]
    [InlineData("1", 8)]
    public void Evaluate_WarningPointOfAllStandards_IsAtRiskFromThere(string share, int hours)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { WarningPoint = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture) });
        Instant warn = Arbitraries.Origin + Duration.FromHours(hours);

        Assert.Equal(FindingState.AtRisk, Resolution(engine, warn));
        Assert.Equal(hours == 0 ? null : FindingState.Pending, Resolution(engine, warn - Duration.Epsilon));
        Assert.Equal(FindingState.Breached, Resolution(engine, Arbitraries.Origin + Duration.FromHours(8) + Duration.Epsilon));
    }

    [Fact]
    public void Evaluate_WarningPointOfOneLimit_IsAtRiskFromThereInIt()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with
        {
            WarningPoint = 0.25m,
            Complaints = new ComplaintStandards { Vip = new TimeLimit(Duration.FromHours(8), 0.5m) },
        });
        Instant quarter = Arbitraries.Origin + Duration.FromHours(2), half = Arbitraries.Origin + Duration.FromHours(4);

        Assert.Equal(FindingState.Pending, Resolution(engine, quarter));
        Assert.Equal(FindingState.Pending, Resolution(engine, half - Duration.Epsilon));
        Assert.Equal(FindingState.AtRisk, Resolution(engine, half));
        Assert.Equal(FindingState.AtRisk, engine.Evaluate(Example.Complaint, Arbitraries.Origin + Duration.FromHours(12)).Findings.Single(finding => finding.Standard.Id == "CMP-04").State);
    }

    private static FindingState? Resolution(PolicyEngine engine, Instant asOf) => engine.Evaluate(Example.Complaint, asOf).Findings
        .Where(finding => finding.Standard.Id == "CMP-05").Select(finding => (FindingState?)finding.State).SingleOrDefault();

    private static IEnumerable<Verdict> Said(PolicyCase @case, Instant asOf) =>
        Verdict.AllOf(Probe.Extended.Evaluate(@case, asOf).Findings).Select(verdict => verdict with { Inputs = string.Empty }).Distinct();

    private static IFact Before(IFact fact, Instant asOf) => FactShape.With(fact, (property, @event) =>
        property.Name != nameof(ReplyCall.AgreedFor) && @event.Latest > asOf ? @event.By(asOf) : @event);

    /// <summary>S3, S11: a clause says once of a subject that it cannot tell, for want of all inputs together.</summary>
    [Property(MaxTest = 500)]
    public void Timeline_AnyCase_HasOneDoubtOfAClauseAndSubjectAtATime(PolicyCase @case)
    {
        IEnumerable<IGrouping<(string, FactKey), Finding>> doubts = Probe.Extended.Timeline(@case, Probe.Window).Findings
            .Where(finding => finding.Kind == FindingKind.Indeterminate).GroupBy(finding => (finding.Standard.Id, finding.Subject));
        Assert.All(doubts, group =>
        {
            Finding[] inOrder = [.. group.OrderBy(doubt => doubt.Holds.HasStart ? doubt.Holds.Start : Instant.MinValue)];
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.Holds.HasEnd && pair.Second.Holds.HasStart && pair.First.Holds.End <= pair.Second.Holds.Start, $"{pair.First} and {pair.Second}"));
        });
    }
}
