using System.Text.Json.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>The facts on conversation, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Absence))]
[JsonSerializable(typeof(AddressedPerson))]
[JsonSerializable(typeof(CustomerConversation))]
[JsonSerializable(typeof(SpokenQuestion))]
[JsonSerializable(typeof(Utterance))]
internal sealed partial class ConversationFacts : JsonSerializerContext;
