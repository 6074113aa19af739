using NodaTime;
using ServicePolicy.Operations;
using ServicePolicy.Tests.Catalogue;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Operations;

public sealed class OperationsStandardsTests
{
    private const string Family = nameof(ServicePolicy.Operations);

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "OPS-01 ServiceReview = Daily Given",
            "OPS-02 SuggestionSummary = Weekly Ours",
            "OPS-03 AssessmentWeeks = 2 Given",
            "OPS-03 AssessmentAnchor =  Unset",
            "OPS-04 QualityReview = Monthly Given",
            "OPS-05 AccessCheck = Monthly Given",
            "OPS-08 AtOnce = PT10M Assumed",
            "OPS-09 HallFigures =  Unset",
            "OPS-10 AgentLog = Daily Given",
            "OPS-12 ProviderRating =  Unset",
        ],
        FigureList.Of(Family, visit => new OperationsStandards().Through(visit)));

    [Fact]
    public void Read_WhatTheHostSets_IsTakenAndPrintedAsItIsRead()
    {
        (OperationsStandards read, IReadOnlyList<string> errors) = FigureList.Read(
            Family, visit => new OperationsStandards().Through(visit), ("AssessmentAnchor", "2026-01-05"), ("HallFigures", "Weekly"), ("ProviderRating", "Quarterly"));

        Assert.Empty(errors);
        Assert.Equal((new LocalDate(2026, 1, 5), Cadence.Weekly, Cadence.Quarterly), (read.AssessmentAnchor, read.HallFigures, read.ProviderRating));
        Assert.Contains("OPS-03 AssessmentAnchor = 2026-01-05 Unset", FigureList.Of(Family, visit => read.Through(visit)));
    }

    [Theory]
    [InlineData("AssessmentAnchor", "5 January 2026", "'5 January 2026' is not usable. Write it as: day, such as 2026-01-05.")]
    [InlineData("HallFigures", "Daily", "'Daily' is not usable. Write it as: one of Weekly, Monthly.")]
    [InlineData("AssessmentWeeks", "0", "'0' is not usable. Write it as: number of weeks, whole.")]
    public void Read_WhatIsNoFigure_IsRefused(string name, string value, string message)
    {
        (_, IReadOnlyList<string> errors) = FigureList.Read(Family, visit => new OperationsStandards().Through(visit), (name, value));

        Assert.EndsWith(message, Assert.Single(errors));
    }

    [Fact]
    public void Mistakes_CadenceThatTheClauseHasNot_IsOne() => Assert.Equal(
        ["SP0005: Figure Operations:HallFigures of OPS-09: 'Daily' is not one of Weekly, Monthly. Give one of these."],
        FigureList.Mistakes(Family, visit => new OperationsStandards { HallFigures = Cadence.Daily }.Through(visit)));
}
