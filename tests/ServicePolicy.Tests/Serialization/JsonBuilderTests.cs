using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>JSON that is put together in one piece is what a writer writes of the same.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class JsonBuilderTests
{
    private static readonly JavaScriptEncoder[] Encoders = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping];

    [Theory]
    [InlineData("")]
    [InlineData("CP-1017")]
    [InlineData("customer's \"word\" <b> & \\ / +")]
    [InlineData("投诉须在 8 小时内解决")]
    [InlineData("line\nand\ttab\0")]
    [InlineData("😀")]
    public void String_AnyText_IsEscapedAsAWriterDoes(string text) => Assert.All(Encoders, encoder => Assert.Equal(ByWriter(text, encoder), ByBuilder(text, encoder)));

    [Property(MaxTest = 500)]
    public void String_AnyText_IsReadBack(string? text)
    {
        string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? string.Empty));

        Assert.All(Encoders, encoder => Assert.Equal(wellFormed, (string?)JsonNode.Parse(ByBuilder(text ?? string.Empty, encoder))![0]));
    }

    /// <summary>Half of a surrogate pair is no text: a replacement stands in its place, and nothing else is lost.</summary>
    [Fact]
    public void String_HalfASurrogatePair_IsReplaced() => Assert.All(Encoders, encoder => Assert.Equal("a\uFFFDb", (string?)JsonNode.Parse(ByBuilder("a\uD83Db", encoder))![0]));

    [Fact]
    public void String_LongerThanTheRoomThereIs_IsWhole()
    {
        string text = new('\'', 100_000);

        Assert.All(Encoders, encoder => Assert.Equal(text, (string?)JsonNode.Parse(ByBuilder(text, encoder))![0]));
    }

    [Property(MaxTest = 100)]
    public void WriteDecision_Indented_IsTheSameInAnotherLayout(PolicyCase @case, NodaTime.Instant asOf)
    {
        PolicyDecision decision = Probe.Extended.Evaluate(@case, asOf);
        CultureInfo chinese = CultureInfo.GetCultureInfo("zh-Hans");
        string compact = Written(new JsonWriterOptions { Encoder = Encoders[1] }, writer => PolicyJson.WriteDecision(writer, decision, chinese));
        string indented = Written(new JsonWriterOptions { Encoder = Encoders[1], Indented = true }, writer => PolicyJson.WriteDecision(writer, decision, chinese));

        Assert.Equal(JsonNode.Parse(compact)!.ToJsonString(new JsonSerializerOptions { Encoder = Encoders[1], WriteIndented = true }), indented);
        Assert.DoesNotContain('\n', compact);
    }

    private static string ByWriter(string text, JavaScriptEncoder encoder) => Written(new JsonWriterOptions { Encoder = encoder }, writer =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(text);
        writer.WriteStringValue(text);
        writer.WriteEndArray();
    });

    private static string ByBuilder(string text, JavaScriptEncoder encoder) => Written(new JsonWriterOptions { Encoder = encoder }, writer => JsonBuilder.Write(writer, text, static (ref JsonBuilder json, string text) =>
    {
        json.StartArray();
        json.String(text);
        json.String(text);
        json.EndArray();
    }));

    private static string Written(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
