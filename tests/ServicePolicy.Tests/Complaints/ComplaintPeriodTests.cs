using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Complaints;

/// <summary>What is counted over a period: CMP-08, CMP-18, CMP-21 (S19).</summary>
public sealed class ComplaintPeriodTests
{
    private static readonly ComplaintPeriod Month = new() { Id = "Q1", What = PeriodSubject.Complaints, Dates = new Interval(T(0), T(100)), Complete = YesNo.Yes };
    private static readonly ComplaintPeriod Ideas = Month with { What = PeriodSubject.Suggestions };
    private static readonly ComplaintPeriod Questions = Month with { What = PeriodSubject.Questions };
    private static readonly Complaint Done = Example.Complaint with { Resolved = T(5), Valid = YesNo.Yes };
    private static readonly Complaint Open = Example.Complaint with { Id = "C2", Valid = YesNo.Yes };
    private static readonly Suggestion Idea = new() { Id = "G1", MadeAt = T(0) };
    private static readonly Suggestion Answered = Idea with { Id = "G2", FeedbackGiven = T(100) };
    private static readonly Question Asked = new() { Id = "A1", AskedAt = T(1), SolvedAtFirstContact = YesNo.No };
    private static readonly Question Solved = Asked with { Id = "A2", SolvedAtFirstContact = YesNo.Yes };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("CMP-08: nothing one tick before the end of the period", [Month, Done], T(100, -1), []),
        new("CMP-08: met by all handled", [Month, Done], T(100), ["CMP-08 Measure=1 [100h, ∞)", "CMP-08 Met [100h, ∞)"]),
        new("CMP-08: violated by one that is not", [Month, Done, Open], T(100), ["CMP-08 Measure=0.5 [100h, ∞)", "CMP-08 Violation [100h, ∞)"]),
        new("CMP-08: handled at the end counts", [Month, Done with { Resolved = T(100) }], T(100), ["CMP-08 Measure=1 [100h, ∞)", "CMP-08 Met [100h, ∞)"]),
        new("CMP-08: handled one tick after the end does not", [Month, Done with { Resolved = T(100, 1) }], T(200), ["CMP-08 Measure=0 [100h, ∞)", "CMP-08 Violation [100h, ∞)"]),
        new("CMP-08: taken at the start counts", [Month with { Dates = new Interval(T(0), T(1)) }, Open], T(1), ["CMP-08 Measure=0 [1h, ∞)", "CMP-08 Violation [1h, ∞)"]),
        new("CMP-08: taken one tick before the start does not", [Month with { Dates = new Interval(T(0, 1), T(1)) }, Open], T(1), []),
        new("CMP-08: taken one tick before the end counts", [Month with { Dates = new Interval(T(-1), T(0, 1)) }, Open], T(1), ["CMP-08 Measure=0 [0h+1, ∞)", "CMP-08 Violation [0h+1, ∞)"]),
        new("CMP-08: taken at the end does not", [Month with { Dates = new Interval(T(-1), T(0)) }, Open], T(1), []),
        new("CMP-08: an empty period is not scored", [Month], T(100), []),
        new("CMP-08: an incomplete period cannot be told", [Month with { Complete = YesNo.No }, Done], T(100), ["CMP-08 Indeterminate for want of Complete [100h, ∞)"]),
        new("CMP-08: nor can one of which nobody knows", [Month with { Complete = YesNo.Unknown }], T(100), ["CMP-08 Indeterminate for want of Complete [100h, ∞)"]),
        new("CMP-08: inadmissible complaints do not count", [Month, Done, Open with { FiledBy = Filer.SomeoneElse }], T(100), ["CMP-08 Measure=1 [100h, ∞)", "CMP-08 Met [100h, ∞)"]),
        new("CMP-08: an unknown filer does not matter where it is handled", [Month, Done, Open with { Resolved = T(1), FiledBy = Filer.Unknown }], T(100), ["CMP-08 Measure=1 [100h, ∞)", "CMP-08 Met [100h, ∞)"]),
        new("CMP-08: indeterminate where it is not", [Month, Done, Open with { FiledBy = Filer.Unknown }], T(100), ["CMP-08 Indeterminate for want of FiledBy [100h, ∞)"]),
        new("CMP-08: indeterminate where nobody knows whether there is any complaint to count", [Month, Done with { FiledBy = Filer.Unknown }], T(100), ["CMP-08 Indeterminate for want of FiledBy [100h, ∞)"]),
        new("CMP-08: indeterminate when nobody knows whether it was handled", [Month, Done, Open with { Resolved = Occurrence.UnknownWhether }], T(100), ["CMP-08 Indeterminate for want of Resolved [100h, ∞)"]),
        new("CMP-08: violated whatever the others are, though the share cannot be told", [Month, Open, Done with { Resolved = Occurrence.UnknownWhether }], T(100), ["CMP-08 Indeterminate for want of Resolved [100h, ∞)", "CMP-08 Violation [100h, ∞)"]),
        new("CMP-08: unknown validity does not matter where all are handled", [Month, Done with { Valid = YesNo.Unknown }], T(100), ["CMP-08 Measure=1 [100h, ∞)", "CMP-08 Met [100h, ∞)"]),
        new("CMP-08: indeterminate when nobody knows what the period counts", [Month with { What = PeriodSubject.Unknown }, Done], T(100), ["CMP-08 Indeterminate for want of What [100h, ∞)"]),
        new("CMP-08: nothing for a period of questions", [Questions, Open], T(100), []),

        new("CMP-18: unset, it says nothing", [Month, Done], T(100), []),
        new("CMP-18: met by half", [Month, Done, Open], T(100), ["CMP-18 Measure=0.5 [100h, ∞)", "CMP-18 Met [100h, ∞)"]) { Extended = true },
        new("CMP-18: nothing one tick before the end", [Month, Done, Open], T(100, -1), []) { Extended = true },
        new("CMP-18: violated by less", [Month, Done, Open, Open with { Id = "C3" }], T(100), ["CMP-18 Measure=0.3333 [100h, ∞)", "CMP-18 Violation [100h, ∞)"]) { Extended = true },
        new("CMP-18: what could not be settled on the spot was not solved there", [Month, Done with { NotSettledOnTheSpot = T(1), HallStars = StarRating.One, KeyCustomer = YesNo.No }], T(100), ["CMP-18 Measure=0 [100h, ∞)", "CMP-18 Violation [100h, ∞)"]) { Extended = true },
        new("CMP-18: indeterminate when nobody knows whether it was resolved", [Month, Done with { Resolved = Occurrence.UnknownWhether }], T(100), ["CMP-18 Indeterminate for want of Resolved [100h, ∞)"]) { Extended = true },
        new("CMP-18: indeterminate when nobody knows whether on the spot", [Month, Done with { NotSettledOnTheSpot = Occurrence.UnknownWhether }], T(100), ["CMP-18 Indeterminate for want of NotSettledOnTheSpot [100h, ∞)"]) { Extended = true },
        new("CMP-18: an empty period is not scored", [Month], T(100), []) { Extended = true },
        new("CMP-18: inadmissible complaints do not count", [Month, Done, Open with { FiledBy = Filer.SomeoneElse }], T(100), ["CMP-18 Measure=1 [100h, ∞)", "CMP-18 Met [100h, ∞)"]) { Extended = true },
        new("CMP-18: taken one tick before the end counts", [Month with { Dates = new Interval(T(-1), T(0, 1)) }, Open], T(1), ["CMP-18 Measure=0 [0h+1, ∞)", "CMP-18 Violation [0h+1, ∞)"]) { Extended = true },
        new("CMP-18: taken at the end does not", [Month with { Dates = new Interval(T(-1), T(0)) }, Open], T(1), []) { Extended = true },
        new("CMP-18: an incomplete period cannot be told", [Month with { Complete = YesNo.No }], T(100), ["CMP-18 Indeterminate for want of Complete [100h, ∞)"]) { Extended = true },

        new("CMP-21: unset, it says nothing", [Ideas, Answered with { FoundValid = T(1) }], T(100), []),
        new("CMP-21: met by feedback on half", [Ideas, Idea, Answered], T(100), ["CMP-21 Measure=0.5 [100h, ∞)", "CMP-21 Met [100h, ∞)"]) { Extended = true },
        new("CMP-21: nothing one tick before the end", [Ideas, Idea, Answered], T(100, -1), []) { Extended = true },
        new("CMP-21: feedback one tick after the end does not count", [Ideas, Idea, Answered with { FeedbackGiven = T(100, 1) }], T(101), ["CMP-21 Measure=0 [100h, ∞)", "CMP-21 Violation [100h, ∞)"]) { Extended = true },
        new("CMP-21: a suggestion made at the end does not count", [Ideas with { Dates = new Interval(T(-1), T(0)) }, Idea], T(1), []) { Extended = true },
        new("CMP-21: indeterminate when nobody knows of feedback", [Ideas, Idea, Answered with { FeedbackGiven = Occurrence.UnknownWhether }], T(100), ["CMP-21 Indeterminate for want of FeedbackGiven [100h, ∞)"]) { Extended = true },
        new("CMP-21: met by half of the questions", [Questions, Asked, Solved], T(100), ["CMP-21 Measure=0.5 [100h, ∞)", "CMP-21 Met [100h, ∞)"]) { Extended = true },
        new("CMP-21: violated by fewer", [Questions, Asked, Asked with { Id = "A3" }, Solved], T(100), ["CMP-21 Measure=0.3333 [100h, ∞)", "CMP-21 Violation [100h, ∞)"]) { Extended = true },
        new("CMP-21: a question asked at the end does not count", [Questions with { Dates = new Interval(T(0), T(1)) }, Asked], T(1), []) { Extended = true },
        new("CMP-21: indeterminate when nobody knows whether the first contact solved it", [Questions, Asked, Solved with { SolvedAtFirstContact = YesNo.Unknown }], T(100), ["CMP-21 Indeterminate for want of SolvedAtFirstContact [100h, ∞)"]) { Extended = true },
        new("CMP-21: an empty period is not scored", [Questions], T(100), []) { Extended = true },
        new("CMP-21: an incomplete period cannot be told", [Questions with { Complete = YesNo.Unknown }, Solved], T(100), ["CMP-21 Indeterminate for want of Complete [100h, ∞)"]) { Extended = true },
        new("CMP-21: nothing while a suggestion is not found valid", [Idea], T(100), []) { Extended = true },
        new("CMP-21: pending when it is", [Idea with { FoundValid = T(1) }], T(1), ["CMP-21 Pending [1h, 37h)"]) { Extended = true },
        new("CMP-21: at risk at due", [Idea with { FoundValid = T(1) }], T(49), ["CMP-21 AtRisk [37h, 49h+1)"]) { Extended = true },
        new("CMP-21: breached one tick after due", [Idea with { FoundValid = T(1) }], T(49, 1), ["CMP-21 Breached [49h+1, ∞)"]) { Extended = true },
        new("CMP-21: met by passing it up at due", [Idea with { FoundValid = T(1), PassedUp = T(49) }], T(49), ["CMP-21 Met [49h, ∞)"]) { Extended = true },
        new("CMP-21: breached by passing it up one tick later", [Idea with { FoundValid = T(1), PassedUp = T(49, 1) }], T(50), ["CMP-21 Breached [49h+1, ∞)"]) { Extended = true },
        new("CMP-21: indeterminate when nobody knows whether it was found valid", [Idea with { FoundValid = Occurrence.UnknownWhether }], T(0), ["CMP-21 Indeterminate for want of FoundValid [0h, ∞)"]) { Extended = true },
        new("CMP-21: indeterminate when nobody knows whether it was passed up", [Idea with { FoundValid = T(1), PassedUp = Occurrence.UnknownWhether }], T(1), ["CMP-21 Indeterminate for want of PassedUp [1h, ∞)"]) { Extended = true },
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said().Order(StringComparer.Ordinal));

    /// <summary>ZJ principles count all complaints, focus 3 the valid ones.</summary>
    [Theory]
    [InlineData(YesNo.Yes, "CMP-08 Violation [100h, ∞)")]
    [InlineData(YesNo.No, "CMP-08 Met [100h, ∞)")]
    [InlineData(YesNo.Unknown, "CMP-08 Indeterminate for want of Valid [100h, ∞)")]
    public void Evaluate_FewerOfAllAllowed_CountsTheValidOnes(YesNo valid, string expected)
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { Handled = 0.5m } });

        Assert.Contains(expected, engine.Evaluate(Arbitraries.CaseOf([Month, Done, Open with { Valid = valid }]), T(100)).Findings.Select(Text));
    }

    [Fact]
    public void Describe_TwoShares_TellsWhichIsOfTheValidOnes()
    {
        Finding[] measures = [.. Probe.Engine.Evaluate(Arbitraries.CaseOf([Month, Done, Open with { Valid = YesNo.No }]), T(100)).Findings.Where(finding => finding is { Kind: FindingKind.Measure, Standard.Id: "CMP-08" })];

        Assert.Equal([("all", 0.5m), ("valid", 1m)], measures.Select(measure => (measure.Part, measure.Value)));
        Assert.Equal(
            ["CMP-08: 0.5, share of the complaints of the period that were handled by its end (ZJ principles 2.3; focus 3)", "CMP-08: 1, share of the valid complaints of the period that were handled by its end (ZJ principles 2.3; focus 3)"],
            measures.Select(measure => measure.Describe(CultureInfo.InvariantCulture)));
    }

    /// <summary>Of a clause of several figures the parts are enforced of which the figure is set.</summary>
    [Fact]
    public void Evaluate_OneOfTheRatesSet_EnforcesIt()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { SuggestionFeedback = 1 } });

        Assert.True(engine.Catalogue.GetEntry("CMP-21").IsConfigured);
        Assert.Contains("CMP-21 Violation [100h, ∞)", engine.Evaluate(Arbitraries.CaseOf([Ideas, Idea]), T(100)).Findings.Select(Text));
        Assert.Empty(engine.Evaluate(Arbitraries.CaseOf([Questions, Asked]), T(100)).Findings);
    }

    [Fact]
    public void Check_OpenPeriod_NamesItsDates()
    {
        Impossible(Month with { Dates = new Interval(null, T(1)) }, "dates");
        Impossible(Month with { Dates = new Interval(T(1), null) }, "dates");
        Impossible(Idea with { FoundValid = T(-1), FeedbackGiven = T(-1) }, "foundValid", "feedbackGiven");
    }

    private static void Impossible(IFact fact, params string[] properties) =>
        Assert.Equal(properties.Select(FactProblems.NameOf), Assert.Throws<InvalidFactException>(() => Probe.Extended.Evaluate(fact, T(0))).Problems.Select(problem => problem.Property));
}
