using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Serialization.Hosts;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>Facts of a host, from whatever context.</summary>
public sealed class FactTypesTests
{
    private static readonly Instant Sent = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly ParcelSent Parcel = new() { Id = "1", SentAt = Sent, Delivered = Occurrence.AtUnknownTime, Fees = [Money.Cny(1), Money.Cny(2.5m)] };

    /// <summary>A context as its generator makes it, and one with the options of the library.</summary>
    private static readonly FactTypes[] Either =
    [
        FactTypes.Default.With(HostJsonContext.Default.ParcelSent).With(HostJsonContext.Default.Visit).With(HostJsonContext.Default.VanLoaded),
        Of(new HostJsonContext(PolicyJson.CreateOptions())),
    ];

    [Fact]
    public void With_ContextWithoutOurOptions_ReadsAndWritesAsOneWithThem() => Assert.All(Either, types =>
    {
        const string Json = """{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","delivered":"unknownTime","handed":"no","fees":[{"amount":1,"currency":"CNY"},{"amount":2.5,"currency":"CNY"}]}""";

        Assert.Equal(Json, Written(Parcel, types));
        Assert.Equal(Json, Written(PolicyJson.ReadFact(Json, types), types));
        Assert.Equal(Parcel with { Fees = [] }, PolicyJson.ReadFact("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","delivered":"unknownTime"}""", types));
    });

    [Fact]
    public void ReadFact_ConverterOnAProperty_IsUsed() => Assert.All(Either, types =>
    {
        const string Json = """{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","label":"#7"}""";
        ParcelSent parcel = Assert.IsType<ParcelSent>(PolicyJson.ReadFact(Json, types));

        Assert.Equal("7", parcel.Label);
        Assert.Contains("\"label\":\"#7\"", Written(parcel, types), StringComparison.Ordinal);
        Assert.Equal("label: '7' is not of the form that the property wants.", Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(Json.Replace("#", string.Empty, StringComparison.Ordinal), types)).Message);
    });

    [Theory]
    [InlineData("""{"type":"parcelSent","Id":"1","sentAt":"2026-11-20T01:00:00Z"}""", "Id", 22)]
    [InlineData("""{"type":"parcelSent","id":"1","sentAt":"now"}""", "sentAt", 40)]
    [InlineData("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","fees":[{"amount":1,"currency":"CNY"},{"amount":1,"amount":1}]}""", "fees[1]", 113)]
    [InlineData("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","fees":[1]}""", "fees[0]", 71)]
    [InlineData("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","fees":7}""", "fees", 70)]
    [InlineData("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","fees":null}""", "fees", 70)]
    public void ReadFact_MistakeInAFactOfTheHost_SaysWhere(string json, string path, int column) => Assert.All(Either, types =>
    {
        FactMistake mistake = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(json, types)).Mistakes[0];

        Assert.Equal((path, column), (mistake.Path, mistake.Column));
    });

    [Fact]
    public void ReadFact_FactWithAConstructor_IsMadeByIt() => Assert.All(Either, types =>
    {
        VanLoaded van = new("V-1", Sent, 7) { Driver = "Li" };

        Assert.Equal(van, PolicyJson.ReadFact("""{"number":7,"loadedAt":"2026-11-20T01:00:00Z","type":"vanLoaded","driver":"Li","id":"V-1"}""", types));
        Assert.Equal(van, PolicyJson.ReadFact(Written(van, types), types));
        Assert.Equal(new VanLoaded("V-1", Sent), PolicyJson.ReadFact("""{"type":"vanLoaded","id":"V-1","loadedAt":"2026-11-20T01:00:00Z"}""", types));
    });

    [Theory]
    [InlineData("""{"type":"vanLoaded","id":"V-1"}""", "loadedAt", 1)]
    [InlineData("""{"type":"vanLoaded","id":"V-1","loadedAt":"now"}""", "loadedAt", 43)]
    [InlineData("""{"type":"vanLoaded","id":"V-1","loadedAt":"2026-11-20T01:00:00Z","number":"7"}""", "number", 75)]
    [InlineData("""{"type":"vanLoaded","id":"V-1","loadedAt":"2026-11-20T01:00:00Z","number":-7}""", "", 1)]
    [InlineData("""{"type":"vanLoaded","id":"V-1","loadedAt":"2026-11-20T01:00:00Z","nummer":7}""", "nummer", 66)]
    [InlineData("""{"type":"vanLoaded","id":"V-1","loadedAt":"2026-11-20T01:00:00Z","id":"V-2"}""", "id", 66)]
    public void ReadFact_MistakeInAFactWithAConstructor_SaysWhere(string json, string path, int column) => Assert.All(Either, types =>
    {
        FactMistake mistake = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(json, types)).Mistakes[0];

        Assert.Equal((path, column), (mistake.Path, mistake.Column));
    });

    [Fact]
    public void With_NameOfAFactOfTheLibrary_TakesIt() => Assert.All(Either, types =>
    {
        Assert.IsType<Visit>(PolicyJson.ReadFact("""{"type":"visit","id":"1","agreedFor":"2026-11-20T01:00:00Z"}""", types));
        Assert.IsType<ServicePolicy.Handling.Visit>(PolicyJson.ReadFact("""{"type":"handling.visit","id":"1","enteredAt":"2026-11-20T01:00:00Z"}""", types));
        Assert.Equal("handling.visit", types.NameOf(new ServicePolicy.Handling.Visit { Id = "1", EnteredAt = Sent }));
    });

    [Fact]
    public void With_TypeOrNameThatIsThere_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Either[0].With(HostJsonContext.Default.ParcelSent));
        Assert.Throws<ArgumentException>(() => FactTypes.Default.With(HostJsonContext.Default.ParcelSent, "sent").With(HostJsonContext.Default.VanLoaded, "sent"));
        Assert.Throws<ArgumentException>(() => FactTypes.Default.With(HostJsonContext.Default.Typed));
    }

    [Fact]
    public void NameOf_FactThatIsNotAmongThese_IsNoNameThatIsTaken()
    {
        Assert.Equal("parcelSent", FactTypes.Default.NameOf(Parcel));
        Assert.Equal("ServicePolicy.Tests.Serialization.Hosts.Visit", FactTypes.Default.NameOf(new Visit { Id = "1", AgreedFor = Sent }));
    }

    private static FactTypes Of(HostJsonContext json) => FactTypes.Default.With(json.ParcelSent).With(json.Visit).With(json.VanLoaded);

    private static string Written(IFact fact, FactTypes types)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PolicyJson.WriteFact(writer, fact, types);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
