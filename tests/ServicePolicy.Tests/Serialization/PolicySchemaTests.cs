using System.Text;
using System.Text.Json;
using Json.Schema;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Fuzz;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>The schema accepts what the reader does, and refuses what it refuses.</summary>
public sealed class PolicySchemaTests
{
    private static readonly EvaluationOptions Strict = new() { RequireFormatValidation = true };
    private static readonly JsonSchema Schema = JsonSchema.FromText(PolicyJson.CreateSchema().ToJsonString());

    public static TheoryData<string> Events => [.. PolicyJsonTests.Spellings.Select(spelling => spelling.Data.Item1)];

    [Theory]
    [MemberData(nameof(Events))]
    public void CreateSchema_EverySpellingOfAnEvent_IsAccepted(string spelling) => Assert.True(Accepts(spelling));

    [Theory]
    [InlineData("\"yes\"")]
    [InlineData("\"2026-11-20\"")]
    [InlineData("{}")]
    [InlineData("""{"on":"2026-11-20"}""")]
    [InlineData("""{"between":["2026-11-20T01:00:00Z"]}""")]
    [InlineData("""{"between":[null,null,null]}""")]
    [InlineData("""{"between":["2026-11-20",null]}""")]
    [InlineData("""{"between":[null,null],"perhaps":"yes"}""")]
    [InlineData("""{"between":[null,null],"from":null}""")]
    public void CreateSchema_WhatIsNoEvent_IsRefused(string spelling)
    {
        Assert.False(Accepts(spelling));
        Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(Complaint(spelling)));
    }

    [Fact]
    public void CreateSchema_CasesOfEveryType_AreAccepted() => Assert.All(Texts.Cases, json =>
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.True(Schema.Evaluate(document.RootElement, Strict).IsValid, Encoding.UTF8.GetString(json));
    });

    [Theory]
    [InlineData("""["callDetail","unknown"]""", true)]
    [InlineData("""["callDetails"]""", false)]
    [InlineData("\"callDetail\"", false)]
    public void CreateSchema_ListOfNames_HasTheNamesThatThereAre(string items, bool accepted) => Assert.Equal(
        accepted,
        Schema.Evaluate(JsonDocument.Parse($$"""{"type":"dataDisclosure","id":"1","askedAt":"2026-11-20T01:00:00Z","items":{{items}}}""").RootElement, Strict).IsValid);

    private static bool Accepts(string resolved) => Schema.Evaluate(JsonDocument.Parse(Complaint(resolved)).RootElement, Strict).IsValid;

    private static string Complaint(string resolved) => $$"""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{{resolved}}}""";
}
