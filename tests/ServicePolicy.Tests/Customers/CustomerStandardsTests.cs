using ServicePolicy.Customers;
using ServicePolicy.Tests.Catalogue;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Customers;

public sealed class CustomerStandardsTests
{
    private const string Family = nameof(ServicePolicy.Customers);

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "CUS-01 TenureMonths = 6 Given",
            "CUS-01 TopShare = 0.10 Assumed",
            "CUS-01 TierShare = 0.10 Given",
            "CUS-01 ProfitShare =  Unset",
            "CUS-02 GroupMembers = 10 Given",
            "CUS-03 LeastCredit = 500.00 CNY Given",
            "CUS-03 MostCredit = 800.00 CNY Given",
            "CUS-04 Contact = Monthly Given",
            "CUS-05 Visit = Quarterly Given",
            "CUS-06 Forum = HalfYearly Given",
            "CUS-07 Bill = Monthly Given",
            "CUS-09 Knocks = 3 Given",
            "CUS-09 TalkDistance = 1 Given",
            "CUS-09 DoorDistance = 0.5 Given",
            "CUS-09 DistanceTolerance = 0.25 Assumed",
            "CUS-10 GroupContact = Monthly Given",
            "CUS-10 Sample =  Unset",
        ],
        FigureList.Of(Family, visit => new CustomerStandards().Through(visit)));

    [Fact]
    public void Read_CadenceAndCounts_TakesThem()
    {
        (CustomerStandards read, IReadOnlyList<string> errors) = FigureList.Read(
            Family, visit => new CustomerStandards().Through(visit), ("Contact", "weekly"), ("Sample", "3"), ("ProfitShare", "0.3"), ("MostCredit", "1200 CNY"));

        Assert.Empty(errors);
        Assert.Equal((Cadence.Weekly, 3, 0.3m, Money.Cny(1200)), (read.Contact, read.Sample, read.ProfitShare, read.MostCredit));
    }

    [Theory]
    [InlineData("Contact", "2", "'2' is not usable. Write it as: one of Daily, Weekly, Monthly, Quarterly, HalfYearly.")]
    [InlineData("Contact", "yearly", "'yearly' is not usable. Write it as: one of Daily, Weekly, Monthly, Quarterly, HalfYearly.")]
    [InlineData("Sample", "0", "'0' is not usable. Write it as: whole number.")]
    [InlineData("TopShare", "10", "'10' is not usable. Write it as: share from 0 to 1, such as 0.95.")]
    public void Read_WhatIsNoFigure_IsRefused(string name, string value, string message)
    {
        (_, IReadOnlyList<string> errors) = FigureList.Read(Family, visit => new CustomerStandards().Through(visit), (name, value));

        Assert.EndsWith(message, Assert.Single(errors));
    }
}
