using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

public static partial class PolicyJson
{
    /// <summary>How System.Text.Json reads and writes the documents, without reflection: for clients of a host, and for the description of its endpoints.</summary>
    /// <remarks>A member that a later version added is passed over.</remarks>
    public static IJsonTypeInfoResolver Documents => PolicyDocuments.Json;

    /// <summary>Reads a decision that <see cref="WriteDecision"/> wrote, here or in another process.</summary>
    /// <remarks>What a later version added is passed over; what is missing or of another form is an error.</remarks>
    /// <exception cref="JsonException">The text is no decision; the exception says where and why.</exception>
    public static DecisionDocument ReadDecision(ReadOnlySpan<byte> json) => Read(json, PolicyDocuments.Json.DecisionDocument, "decision");

    /// <summary>Reads the answer to a request that <see cref="WriteRequest"/> wrote; see <see cref="ReadDecision"/>.</summary>
    /// <exception cref="JsonException">The text is no answer to a request; the exception says where and why.</exception>
    public static RequestDocument ReadRequest(ReadOnlySpan<byte> json) => Read(json, PolicyDocuments.Json.RequestDocument, "answer to a request");

    /// <summary>Reads a timeline that <see cref="WriteTimeline"/> wrote; see <see cref="ReadDecision"/>.</summary>
    /// <exception cref="JsonException">The text is no timeline; the exception says where and why.</exception>
    public static TimelineDocument ReadTimeline(ReadOnlySpan<byte> json) => Read(json, PolicyDocuments.Json.TimelineDocument, "timeline");

    /// <summary>Reads an explanation that <see cref="WriteExplanation"/> wrote; see <see cref="ReadDecision"/>.</summary>
    /// <exception cref="JsonException">The text is no explanation; the exception says where and why.</exception>
    public static ExplanationDocument ReadExplanation(ReadOnlySpan<byte> json) => Read(json, PolicyDocuments.Json.ExplanationDocument, "explanation");

    /// <summary>Writes a decision that was read: the same text again.</summary>
    public static void WriteDocument(Utf8JsonWriter writer, DecisionDocument decision) => JsonSerializer.Serialize(writer, decision, PolicyDocuments.Json.DecisionDocument);

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, string what) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"'null' is no {what}. Give the text that was written.");
}
