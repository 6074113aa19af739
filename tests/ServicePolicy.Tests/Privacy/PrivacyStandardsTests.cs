using ServicePolicy.Privacy;
using Xunit;

namespace ServicePolicy.Tests.Privacy;

public sealed class PrivacyStandardsTests
{
    [Fact]
    public void Handbooks_OfSeveralPlaces_AreThoseNamed() =>
        Assert.Equal(["ZJ", "ET"], PrivacyStandards.All.Single(standard => standard.Id == "PRV-06").Handbooks);
}
