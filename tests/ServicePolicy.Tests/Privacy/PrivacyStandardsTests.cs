using ServicePolicy.Privacy;
using Xunit;

namespace ServicePolicy.Tests.Privacy;

public sealed class PrivacyStandardsTests
{
    [Fact]
    public void All_TheFamily_IsSevenStandards() =>
        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"PRV-{number:00}"), PrivacyStandards.All.Select(standard => standard.Id));

    [Fact]
    public void Handbooks_OfSeveralPlaces_AreThoseNamed() =>
        Assert.Equal(["ZJ", "ET"], PrivacyStandards.All.Single(standard => standard.Id == "PRV-06").Handbooks);
}
