using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

public sealed class ResolverTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = PolicyJson.CreateResolver() };

    [Fact]
    public void Fact_InAHostsJson_HasItsOneShape()
    {
        string json = JsonSerializer.Serialize(Example.Complaint, Options);

        Assert.Equal("complaint", JsonNode.Parse(json)!["type"]!.GetValue<string>());
        Assert.Equal(Example.Complaint, JsonSerializer.Deserialize<Complaint>(json, Options));
        Assert.Equal(Example.Complaint, JsonSerializer.Deserialize<IFact>(json, Options));
        Assert.Equal("complaint", JsonNode.Parse(JsonSerializer.Serialize<IFact>(Example.Complaint, Options))!["type"]!.GetValue<string>());
    }

    [Fact]
    public void Case_InAHostsJson_HasItsOneShape()
    {
        PolicyCase @case = new(Example.Complaint, Example.Charge);

        PolicyCase read = JsonSerializer.Deserialize<PolicyCase>(JsonSerializer.Serialize(@case, Options), Options)!;

        Assert.Equal(@case.Facts, read.Facts);
    }

    [Fact]
    public void Fact_OfAnotherType_IsRefused()
    {
        string charge = JsonSerializer.Serialize(Example.Charge, Options);

        FactFormatException refused = Assert.Throws<FactFormatException>(() => JsonSerializer.Deserialize<Complaint>(charge, Options));
        Assert.Equal("'disputedCharge' is not the type that is wanted here. Give a fact of type 'complaint'.", refused.Message);
        Assert.Equal("/type", Assert.Single(refused.Mistakes).JsonPointer);
    }

    [Fact]
    public void Fact_OfTheHostsOwn_IsRead()
    {
        JsonSerializerOptions own = new() { TypeInfoResolver = PolicyJson.CreateResolver(FactTypes.Default.With(ParcelJson.Default.Parcel)) };
        Parcel parcel = new() { Id = "P-1", SentAt = Arbitraries.Origin, Size = ParcelSize.Large };

        Assert.Equal(parcel, JsonSerializer.Deserialize<Parcel>(JsonSerializer.Serialize(parcel, own), own));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(parcel, Options));
    }

    [Fact]
    public void Answers_AreInTheLanguageThatIsAskedFor()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        JsonSerializerOptions options = new() { TypeInfoResolver = PolicyJson.CreateResolver(culture: () => culture) };
        PolicyDecision decision = Probe.Engine.Evaluate(Example.Complaint, Arbitraries.Origin);
        string english = JsonSerializer.Serialize(decision, options);
        culture = CultureInfo.GetCultureInfo("zh-Hans");
        string chinese = JsonSerializer.Serialize(decision, options);

        Assert.Equal(decision.Findings[0].Describe(CultureInfo.InvariantCulture), PolicyJson.ReadDecision(System.Text.Encoding.UTF8.GetBytes(english)).Findings[0].Message);
        Assert.Equal(decision.Findings[0].Describe(culture), PolicyJson.ReadDecision(System.Text.Encoding.UTF8.GetBytes(chinese)).Findings[0].Message);
    }

    [Fact]
    public void EveryAnswer_IsWrittenAndReadAsADocument()
    {
        PolicyCase @case = new(Example.Complaint);
        Assert.StartsWith("{\"case\":", JsonSerializer.Serialize(Probe.Engine.EvaluateRequest(@case, Arbitraries.Origin), Options), StringComparison.Ordinal);
        Assert.StartsWith("{\"case\":", JsonSerializer.Serialize(Probe.Engine.Timeline(@case, Probe.Window), Options), StringComparison.Ordinal);
        Assert.StartsWith("{\"decision\":", JsonSerializer.Serialize(Probe.Engine.Explain(@case, Arbitraries.Origin), Options), StringComparison.Ordinal);
        Assert.StartsWith(
            "A PolicyDecision comes from an engine and is not read. Read a DecisionDocument instead.",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<PolicyDecision>("{}", Options)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"x"}""", "/receivedAt")]
    [InlineData("""{"type":"complaint","id":"1"}""", "/receivedAt")]
    [InlineData("""{"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"},"facts":[{"type":"refundPayment","id":"P"},{"type":"nothing"}]}""", "/facts/0/paidAt", "/facts/1/type")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","a/b~c":1}""", "/a~1b~0c")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","a.b[0]":1}""", "")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":["x",null]}}""", "/resolved")]
    [InlineData("[", "")]
    public void JsonPointer_OfAMistake_IsItsPlace(string json, params string[] expected)
    {
        FactFormatException refused = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase(json));

        Assert.Equal(expected, refused.Mistakes.Select(mistake => mistake.JsonPointer).Intersect(expected));
    }
}
