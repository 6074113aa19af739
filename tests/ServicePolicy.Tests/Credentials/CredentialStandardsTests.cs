using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

public sealed class CredentialStandardsTests
{
    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "CRD-01 Credentials:FewestCharacters = 8 Given",
            "CRD-01 Credentials:MostCharacters = 128 Ours",
            "CRD-02 Credentials:Classes = 2 Assumed",
            "CRD-04 Credentials:RotationDays = 90 Given",
            "CRD-05 Credentials:WrongPasswords = 5 Given",
            "CRD-06 Credentials:LastPasswords = 5 Given",
            "CRD-09 Credentials:ServicePasswordDigits = 6 Given",
            "CRD-10 Credentials:Idle = PT10M Assumed",
            "CRD-14 Credentials:Reminder =  Unset",
            "CRD-15 Credentials:FailedChecks = 1 Given",
        ],
        Of(ServiceStandards.Default).Select(figure => $"{figure.Standard} {figure.Path} = {figure.Value} {figure.Mark}"));

    [Fact]
    public void Read_EveryFigure_TakesEach()
    {
        string[] values = ["10", "64", "3", "60", "3", "12", "8", "PT5M", "PT720H", "2"];
        ServiceStandards read = ServiceStandards.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(Of(ServiceStandards.Default).Zip(values, (figure, value) => new KeyValuePair<string, string?>(figure.Path, value)))
            .Build());

        Assert.Equal(values, Of(read).Select(figure => figure.Value));
        Assert.Equal((60, Duration.FromMinutes(5)), (read.Credentials.RotationDays, read.Credentials.Idle.Length));
    }

    [Fact]
    public void Create_FiguresOutOfRange_AreAllReported() => Assert.Equal(
        5,
        Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default with
        {
            Credentials = new CredentialStandards { FewestCharacters = 0, MostCharacters = 63, Classes = 4, WrongPasswords = 51, Idle = null! },
        })).Errors.Count(error => error.Code == "SP0005"));

    private static IEnumerable<Figure> Of(ServiceStandards standards) => standards.Figures.Where(figure => figure.Standard.StartsWith("CRD-", StringComparison.Ordinal));
}
