using ServicePolicy.Inspection;
using ServicePolicy.Tests.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Inspection;

public sealed class InspectionStandardsTests
{
    private const string Family = nameof(ServicePolicy.Inspection);

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "INS-01 AppearancePoints = 5 Given",
            "INS-01 UniformOrBadge = 5 Given",
            "INS-01 OtherAppearance = 2 Given",
            "INS-01 WinterFrom = 11 Given",
            "INS-01 WinterTo = 3 Given",
            "INS-01 HeelHeight = 4 Given",
            "INS-01 NailLength = 2 Given",
            "INS-01 HandbookNailLength = 1 Given",
            "INS-01 Ornaments = 1 Given",
            "INS-02 ConductPoints = 15 Given",
            "INS-02 Conduct = 4 Given",
            "INS-03 InitiativePoints = 10 Given",
            "INS-03 Initiative = 4 Given",
            "INS-04 EnvironmentPoints = 15 Given",
            "INS-04 Environment = 2 Given",
            "INS-04 Outside = 3 Given",
            "INS-05 PublicityPoints = 5 Given",
            "INS-05 Publicity = 3 Given",
            "INS-06 CorrectnessPoints = 20 Given",
            "INS-06 KeyPoint = 3 Assumed",
            "INS-06 ProcessBroken = 5 Given",
            "INS-06 OpenedUnasked = 10 Given",
            "INS-07 ProficiencyPoints = 10 Given",
            "INS-07 LookUpOverTime = 5 Given",
            "INS-07 Unpractised = 5 Given",
            "INS-08 QueueingPoints = 5 Given",
            "INS-08 WaitOverLimit = 5 Given",
            "INS-08 VipNotMet = 3 Given",
            "INS-09 FloorManagementPoints = 5 Given",
            "INS-09 Floor = 3 Given",
            "INS-09 TooFewCounters = 5 Given",
            "INS-09 LongWait = PT15M Given",
            "INS-10 ComplaintRecordPoints = 10 Given",
            "INS-10 SettledUnrecorded = 5 Given",
            "INS-10 UnsettledUnrecorded = 10 Given",
            "INS-11 BonusRank = 5 Given",
            "INS-11 BonusItems = 3 Given",
            "INS-11 MostBonus = 2 Given",
            "INS-12 CountersDeserted = PT20M Given",
            $"INS-13 Breaches = {BreachMap.Default} Ours",
        ],
        FigureList.Of(Family, visit => new InspectionStandards().Through(visit)));

    [Fact]
    public void Sections_PointsOfBasicsAndFocus_AreFiftyEach()
    {
        InspectionStandards figures = new();

        Assert.Equal(50, ScoreSections.All.Where(section => section.IsBasics).Sum(section => section.Points(figures)));
        Assert.Equal(50, ScoreSections.All.Where(section => !section.IsBasics).Sum(section => section.Points(figures)));
    }

    [Fact]
    public void Read_FiguresAndMap_TakesThem()
    {
        (InspectionStandards read, IReadOnlyList<string> errors) = FigureList.Read(
            Family, visit => new InspectionStandards().Through(visit), ("NailLength", "1.5"), ("CountersDeserted", "PT5M"), ("Breaches", "HND-10 INS-03.04, HND-09 INS-02"));

        Assert.Empty(errors);
        Assert.Equal(1.5m, read.NailLength);
        Assert.Equal("PT5M", read.CountersDeserted.ToString());
        Assert.Equal("HND-09 INS-02, HND-10 INS-03.04", read.Breaches.ToString());
    }

    [Theory]
    [InlineData("KeyPoint", "6", "'6' is not usable. Write it as: number of points.")]
    [InlineData("WinterFrom", "13", "'13' is not usable. Write it as: month, from 1 to 12.")]
    [InlineData("Breaches", "HND-10", "'HND-10' is not usable. Write it as: clauses, each with a section or an item, such as HND-08 INS-08.01, HND-10 INS-03.")]
    public void Read_WhatIsNoFigure_IsRefused(string name, string value, string message)
    {
        (_, IReadOnlyList<string> errors) = FigureList.Read(Family, visit => new InspectionStandards().Through(visit), (name, value));

        Assert.EndsWith(message, Assert.Single(errors));
    }
}
