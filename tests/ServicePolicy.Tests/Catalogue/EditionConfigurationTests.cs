using System.Text;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Catalogue;

public sealed class EditionConfigurationTests
{
    [Fact]
    public void Read_Editions_HaveTheirDaysAndFigures()
    {
        EditionBook book = Read("""{"Zone":"Asia/Shanghai","old":{"Until":"2026-12-31","Figures":{"Complaints":{"Vip":"PT4H"}}},"new":{"From":"2027-01-01"}}""");

        Assert.Equal("Asia/Shanghai", book.Zone.Id);
        Assert.Equal(
            [("new", new LocalDate(2027, 1, 1), null, "PT8H"), ("old", (LocalDate?)null, new LocalDate(2026, 12, 31), "PT4H")],
            book.Editions.Select(edition => (edition.Name, edition.From, edition.Until, edition.Standards.Complaints.Vip.ToString())));
    }

    [Fact]
    public void Read_Mistakes_AreListedTogether() => Assert.Equal(
        [
            "SP0009: Configuration 'Zone' 'Shanghai' is no time zone. Write the zone in which the days of the editions are, such as Asia/Shanghai.",
            "SP0012: Configuration '2026:Untill' is no part of an edition. Did you mean 'Until'? The parts are: Figures, From, Until.",
            "SP0005: 2026:Figures: Configuration 'Complaints:Vip' of CMP-05: '4h' is not usable. Write it as: ISO 8601 duration, such as PT8H.",
            "SP0009: Configuration '2026:From': '1 January' is no day. Write it as 2027-01-01, or leave it out for no bound.",
            "SP0016: Configuration '2027' is no edition. Give a group of Figures, From, Until.",
        ],
        Assert.Throws<PolicyBuildException>(() => Read("""{"Zone":"Shanghai","2026":{"Untill":"2026-12-31","From":"1 January","Figures":{"Complaints":{"Vip":"4h"}}},"2027":"now"}""")).Errors.Select(error => error.ToString()));

    [Fact]
    public void Read_NoZone_SaysSo() =>
        Assert.StartsWith("Configuration 'Zone' is missing.", Assert.Single(Assert.Throws<PolicyBuildException>(() => Read("""{"2026":{"From":"2026-01-01"}}""")).Errors).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    public void Create_EditionOverAllOfTime_IsAlwaysInForce(string zone)
    {
        EditionBook book = Read($$$"""{"Zone":"{{{zone}}}","all":{"From":"-9998-01-01","Until":"9999-12-31"}}""");

        PolicyEngine engine = PolicyEngine.Create(book);

        Assert.All(
            [Instant.MinValue, Instant.MaxValue],
            opened => Assert.Equal("all", engine.Evaluate(new ServicePolicy.Complaints.Complaint { Id = "1", ReceivedAt = opened }, opened).Version.Edition));
    }

    private static EditionBook Read(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return EditionConfiguration.Read(new ConfigurationBuilder().AddJsonStream(stream).Build());
    }
}
