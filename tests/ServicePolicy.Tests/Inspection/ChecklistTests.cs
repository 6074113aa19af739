using System.Globalization;
using ServicePolicy.Inspection;
using Xunit;

namespace ServicePolicy.Tests.Inspection;

public sealed class ChecklistTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Fact]
    public void All_EveryItem_StandsOnceUnderItsSection()
    {
        Assert.Equal(Enum.GetValues<InspectionItem>()[1..], Checklist.All.Select(item => item.Item));
        Assert.Equal(Checklist.All.Select(item => item.Id).Distinct().Order(StringComparer.Ordinal), Checklist.All.Select(item => item.Id));
        Assert.All(Checklist.All, item =>
        {
            Assert.StartsWith(ScoreSections.All.Single(section => section.Section == item.Section).Standard + ".", item.Id);
            Assert.True(Checklist.TryGetItem(item.Id, out ChecklistItem? found) && found == item);
            Assert.Equal(item, Checklist.GetItem(item.Item));
        });
    }

    [Fact]
    public void Title_EveryItem_IsThereInBothLanguages() => Assert.All(Checklist.All, item =>
    {
        Assert.NotEqual(item.Id, item.Title(CultureInfo.InvariantCulture));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", item.Title(Chinese));
    });

    [Theory]
    [InlineData(InspectionItem.Uniform, 5)]
    [InlineData(InspectionItem.Badge, 5)]
    [InlineData(InspectionItem.HeelHeight, 2)]
    [InlineData(InspectionItem.LongAbsence, 4)]
    [InlineData(InspectionItem.HelpAtDevices, 4)]
    [InlineData(InspectionItem.Outside, 2)]
    [InlineData(InspectionItem.LeafletsInDate, 3)]
    [InlineData(InspectionItem.KeyPoint, 3)]
    [InlineData(InspectionItem.Process, 5)]
    [InlineData(InspectionItem.OpenedUnasked, 10)]
    [InlineData(InspectionItem.LookUp, 5)]
    [InlineData(InspectionItem.Fluency, 5)]
    [InlineData(InspectionItem.Waiting, 5)]
    [InlineData(InspectionItem.VipReception, 3)]
    [InlineData(InspectionItem.ShiftChange, 3)]
    public void PointsIn_Item_AreThoseOfTheCatalogue(InspectionItem item, int points) => Assert.Equal(points, Checklist.GetItem(item).PointsIn(new InspectionStandards()));

    [Fact]
    public void PointsIn_SectionOfOnePrice_IsThatOfEveryItem()
    {
        InspectionStandards figures = new();

        Assert.All(
            ScoreSections.All.Where(section => section.Each is not null),
            section => Assert.All(Checklist.All.Where(item => item.Section == section.Section), item => Assert.Equal(section.Each!(figures), item.PointsIn(figures))));
    }

    [Fact]
    public void LimitsIn_NailsOfTwoHandbooks_BothStand() =>
        Assert.Equal([new ItemLimit("ZJ", 2), new ItemLimit("HB", 1)], Checklist.GetItem(InspectionItem.NailLength).LimitsIn(new InspectionStandards()));

    [Fact]
    public void LimitsIn_ItemsThatAreMeasured_AreThere() => Assert.All(
        Checklist.All,
        item => Assert.Equal(item.Judgement is ItemJudgement.AtMost or ItemJudgement.Within, item.LimitsIn(new InspectionStandards()).Count > 0));

    [Fact]
    public void GetItem_Unknown_IsRefused()
    {
        Assert.Throws<KeyNotFoundException>(() => Checklist.GetItem(InspectionItem.Unknown));
        Assert.False(Checklist.TryGetItem("INS-01.99", out _));
    }
}
