using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using Xunit;
using static ServicePolicy.Tests.Inspection.Cards;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Inspection;

/// <summary>What the fixtures of the family leave open; the situations themselves stand there.</summary>
public sealed class InspectionRulesTests
{
    private static readonly Instant Breach = Instant.FromUtc(2026, 7, 9, 2, 3) + Duration.Epsilon;

    /// <summary>Sections, in points taken off: 01: 2; 02: 8; 03: 4; 04: 6; 05: 3; 06: 8; 07: 5; 08: 3; 09: 3; 10: 5 are 47.</summary>
    [Fact]
    public void Evaluate_FullCard_IsTheSumOfItsSections()
    {
        IFact[] facts =
        [
            Note("1", InspectionItem.HairTidy),
            Note("2", InspectionItem.Smile), Note("3", InspectionItem.Chatting),
            Note("4", InspectionItem.Greeting),
            Note("5", InspectionItem.Light), Note("6", InspectionItem.Air), Note("7", InspectionItem.Order),
            Note("8", InspectionItem.TariffPosted),
            Note("9", InspectionItem.KeyPoint), Note("10", InspectionItem.Process),
            Note("11", InspectionItem.Fluency),
            Note("12", InspectionItem.VipReception),
            Note("13", InspectionItem.LeadOnFloor),
            new RegisterCheck { Id = "R-1", CardId = Card.Id, SeenAt = Seen, Recorded = YesNo.No, Settled = YesNo.Yes },
        ];

        Assert.Equal(
            ["3/5", "7/15", "6/10", "9/15", "2/5", "12/20", "5/10", "2/5", "2/5", "5/10"],
            ScoreSections.All.Select(section => Said(section.Standard, End, facts)));
        Assert.Equal("53/100", Said("INS-12", End, facts));
        Assert.Equal("100/100", Said("INS-12", Seen - Duration.Epsilon, facts));
        Assert.Equal("53/100", Said("INS-12", Seen, facts));
    }

    [Fact]
    public void Evaluate_BeforeTheMonth_SaysNothing() => Assert.Null(Said("INS-12", Start - Duration.Epsilon, Note("1", InspectionItem.Shoes)));

    [Fact]
    public void Evaluate_NoteOfAnotherCard_TakesNothingOff() => Assert.Equal("100/100", Said("INS-12", End, Note("1", InspectionItem.Shoes) with { CardId = "SC-2" }));

    [Theory]
    [InlineData(InspectionItem.Badge, BadgePlace.Elsewhere, "3/5")]
    [InlineData(InspectionItem.BadgePosition, BadgePlace.None, "0/5")]
    [InlineData(InspectionItem.BadgePosition, BadgePlace.Unknown, "Badge")]
    public void Evaluate_Badge_IsJudgedByWhereItWas(InspectionItem item, BadgePlace place, string expected) =>
        Assert.Equal(expected, Said("INS-01", End, Note("1", item) with { Badge = place }));

    [Fact]
    public void Evaluate_OneBreachNotedTwice_TakesPointsOffOnce()
    {
        InspectionNote first = Note("1", InspectionItem.HelpAtDevices) with { StaffFree = YesNo.Yes, BreachOf = "HND-10", BreachedBy = "L-1" };

        Assert.Equal("6/10", Said("INS-03", End, first, first with { Id = "2" }));
        Assert.Equal("6/10", Said("INS-03", End, first, first with { Id = "2" }, Lingering("L-1", Breach - Duration.FromMinutes(3) - Duration.Epsilon)));
        Assert.Equal("2/10", Said("INS-03", End, first, first with { Id = "2", BreachedBy = "L-2" }));
    }

    /// <summary>Whether it was the breach or only noted makes no difference.</summary>
    [Fact]
    public void Evaluate_NotedBreachInDoubt_TakesPointsOffAllTheSame()
    {
        InspectionNote note = Note("1", InspectionItem.HelpAtDevices) with { SeenAt = Breach, StaffFree = YesNo.Yes, BreachOf = "HND-10", BreachedBy = "L-1" };
        LingeringCustomer customer = Lingering("L-1", Instant.FromUtc(2026, 7, 9, 2, 0)) with { HelpOffered = Occurrence.AtUnknownTime };

        Assert.Equal("6/10", Said("INS-03", End, note, customer));
        Assert.Equal("HelpOffered", Said("INS-13", End, note, customer));
    }

    [Fact]
    public void Evaluate_BreachNotedForAnotherPrice_CountsAsTheBreach()
    {
        // HND-09 costs 3 points of queueing, the noted shortfall 4 of conduct.
        InspectionNote note = Note("1", InspectionItem.Smile) with { BreachOf = "HND-09", BreachedBy = "V-1" };
        Visit visit = new() { Id = "V-1", HallId = "H-1", EnteredAt = Seen, Purpose = VisitPurpose.Other, Greeted = Seen, Served = Seen + Duration.FromMinutes(6), VipDeclared = Seen };

        Assert.Equal("2/5", Said("INS-08", End, note, visit));
        Assert.Equal("15/15", Said("INS-02", End, note, visit));
        Assert.Equal("11/15", Said("INS-02", End, note));
    }

    [Fact]
    public void Evaluate_BreachInAnotherHall_TakesNothingOff()
    {
        Visit visit = new() { Id = "V-1", HallId = "H-2", EnteredAt = Seen, Purpose = VisitPurpose.Other, Greeted = Seen, Served = Seen + Duration.FromMinutes(6), VipDeclared = Seen };

        Assert.Equal("5/5", Said("INS-08", End, visit));
        Assert.Null(Said("INS-13", End, visit));
        Assert.Equal("2/5", Said("INS-08", End, visit with { HallId = "H-1" }));
        Assert.Equal("2/5", Said("INS-08", End, visit with { HallId = null }));
    }

    [Fact]
    public void Evaluate_SectionThatDoesNotApply_TakesNoBreach()
    {
        PolicyCase @case = new(Card with { NotApplicable = [ScoreSection.Initiative] }, [Lingering("L-1", Seen)]);

        Assert.Null(Said(@case, "INS-03", End));
        Assert.Null(Said(@case, "INS-13", End));
        Assert.Equal("90/90", Said(@case, "INS-12", End));
    }

    /// <summary>Two months of one hall: each takes what began in it.</summary>
    [Fact]
    public void Evaluate_TwoCards_EachTakesItsMonth()
    {
        ScoreCard august = Card with { Id = "SC-2", Dates = new Interval(End, Instant.FromUtc(2026, 8, 31, 16, 0)) };
        PolicyCase @case = new(Card, [august, Lingering("L-1", Seen), Lingering("L-2", End), Lingering("L-3", End)]);
        Instant asOf = august.Dates.End;

        Assert.Equal("6/10", Said(@case, "INS-03", asOf, "SC-1"));
        Assert.Equal("2/10", Said(@case, "INS-03", asOf, "SC-2"));
        Assert.Equal(["96/100", "92/100"], ScoreSheet.Of(Engine.Evaluate(@case, asOf)).Select(sheet => FormattableString.Invariant($"{sheet.Score}/{sheet.OutOf}")));
    }

    [Fact]
    public void Evaluate_SectionSwitchedOff_IsNotScored()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { SwitchedOff = { "INS-01", "INS-13" } });
        PolicyCase @case = new(Card, [Note("1", InspectionItem.Shoes), Lingering("L-1", Seen)]);

        Assert.Equal("95/95", Said(@case, "INS-12", End, engine: engine));
        Assert.Equal("10/10", Said(@case, "INS-03", End, engine: engine));
    }

    [Fact]
    public void Evaluate_MapThatNamesNoClause_IsABuildError() =>
        Assert.Contains("SP0003", Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default with { Inspection = new InspectionStandards { Breaches = BreachMap.Parse("HND-99 INS-03") } }))
            .Errors.Select(error => error.Code));

    [Fact]
    public void Evaluate_MapOntoACard_IsACycle() =>
        Assert.Contains("SP0001", Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default with { Inspection = new InspectionStandards { Breaches = BreachMap.Parse("INS-12 INS-03") } }))
            .Errors.Select(error => error.Code));

    /// <summary>The bonus stands when the month is over, for only then are the ranks of a class known.</summary>
    [Fact]
    public void Evaluate_Bonus_StandsFromTheEndOfTheMonth()
    {
        PolicyCase @case = new(
            Card with { RankInClass = 5, Highlight = YesNo.Yes, BonusPoints = 2 },
            [.. new[] { BonusItem.Handling, BonusItem.Publicity, BonusItem.Premises }.Select(item => new BonusNote { Id = $"{item}", CardId = Card.Id, SeenAt = Seen, Item = item, Shown = YesNo.Yes })]);

        Assert.Null(Said(@case, "INS-11", End - Duration.Epsilon));
        Assert.Equal("100/100", Said(@case, "INS-12", End - Duration.Epsilon));
        Assert.Equal("102/100", Said(@case, "INS-12", End));
    }

    [Fact]
    public void Evaluate_ManyNotes_IsDecided()
    {
        IFact[] notes = [.. Enumerable.Range(0, 20_000).Select(i => Note($"N-{i}", InspectionItem.Shoes, YesNo.No))];

        Assert.Equal("98/100", Said(new PolicyCase(Card, [.. notes, Note("N", InspectionItem.Shoes)]), "INS-12", End));
    }

    [Fact]
    public void Timeline_OfACard_ChangesWithEachDeduction()
    {
        PolicyTimeline timeline = Engine.Timeline(new PolicyCase(Card, [Note("1", InspectionItem.Shoes), Lingering("L-1", Instant.FromUtc(2026, 7, 9, 2, 0))]), Card.Dates);

        Assert.Equal(
            [(Start, 100m), (Seen, 98m), (Breach, 94m)],
            timeline.Findings.Where(finding => finding.Standard.Id == "INS-12").Select(finding => (finding.Holds.Start, finding.Value!.Value)));
    }
}
