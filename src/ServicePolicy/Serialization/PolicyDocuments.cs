using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>What <see cref="PolicyJson"/> writes of decisions, as System.Text.Json reads it back; worked out at build, without reflection.</summary>
/// <remarks>For clients of a host, and for the description of its endpoints. A member that a later version added is passed over.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DecisionDocument))]
[JsonSerializable(typeof(RequestDocument))]
[JsonSerializable(typeof(TimelineDocument))]
[JsonSerializable(typeof(ExplanationDocument))]
internal sealed partial class PolicyDocuments : JsonSerializerContext
{
    /// <summary>The documents in the one shape that is documented.</summary>
    public static PolicyDocuments Json { get; } = new(CreateDocumentOptions());

    private static JsonSerializerOptions CreateDocumentOptions()
    {
        JsonSerializerOptions options = PolicyJson.CreateOptions();
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        return options;
    }
}
