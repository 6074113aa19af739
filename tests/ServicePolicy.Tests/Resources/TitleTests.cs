using System.Globalization;
using ServicePolicy.Customers;
using ServicePolicy.Inspection;
using ServicePolicy.Operations;
using Xunit;

namespace ServicePolicy.Tests.Resources;

/// <summary>The standards whose rules are not there yet have their titles already.</summary>
public sealed class TitleTests
{
    [Fact]
    public void Title_EveryStandard_IsThereInBothLanguages() => Assert.All(InspectionStandards.All.Concat(CustomerStandards.All).Concat(OperationsStandards.All), standard =>
    {
        Assert.NotEqual(standard.Id, standard.Title(CultureInfo.InvariantCulture));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", standard.Title(CultureInfo.GetCultureInfo("zh-Hans")));
    });

    [Theory]
    [InlineData("INS", 13)]
    [InlineData("CUS", 12)]
    [InlineData("OPS", 12)]
    public void All_OfAFamily_AreThoseOfTheCatalogue(string family, int count) => Assert.Equal(
        Enumerable.Range(1, count).Select(number => $"{family}-{number:00}"),
        InspectionStandards.All.Concat(CustomerStandards.All).Concat(OperationsStandards.All).Where(standard => standard.Family == family).Select(standard => standard.Id));
}
