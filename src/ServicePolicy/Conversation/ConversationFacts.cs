using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>The facts on conversation, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Absence))]
[JsonSerializable(typeof(AddressedPerson))]
[JsonSerializable(typeof(CustomerConversation))]
[JsonSerializable(typeof(SpokenQuestion))]
[JsonSerializable(typeof(Utterance))]
internal sealed partial class ConversationFacts : JsonSerializerContext
{
    private static readonly ConversationFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.Absence),
        FactType.Of(() => Json.AddressedPerson),
        FactType.Of(() => Json.CustomerConversation),
        FactType.Of(() => Json.SpokenQuestion),
        FactType.Of(() => Json.Utterance),
    ];
}
