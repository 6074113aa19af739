using ServicePolicy.Catalogue;
using ServicePolicy.Subscriptions;
using ServicePolicy.Tests.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Subscriptions;

public sealed class SubscriptionStandardsTests
{
    private const string Family = "Subscriptions";

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "SUB-06 Subscriptions:ListKeyword = 0000 Given",
            "SUB-07 Subscriptions:DetailMonths = 5 Given",
            "SUB-09 Subscriptions:SmallTopUp = 30.00 CNY Given",
            "SUB-14 Subscriptions:Suggestions = 1 Ours",
            "SUB-20 Subscriptions:PointsQueryCode =  Unset",
            "SUB-20 Subscriptions:PointsDonationCode =  Unset",
        ],
        FigureListing.Lines(Family, visit => new SubscriptionStandards().Through(visit)));

    [Fact]
    public void Through_Configuration_TakesEach()
    {
        string[] values = ["1111", "6", "20.00 CNY", "2", "JFCX", "JFZZ"];
        FigureReader reader = FigureListing.Reader(Family, visit => new SubscriptionStandards().Through(visit), values);

        SubscriptionStandards read = new SubscriptionStandards().Through(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal(values, FigureListing.Figures(Family, visit => read.Through(visit)).Select(figure => figure.Value));
        Assert.Equal((6, Money.Cny(20)), (read.DetailMonths, read.SmallTopUp));
    }

}
