using System.Text.Json.Serialization;

namespace ServicePolicy.Messaging;

/// <summary>The facts on messages, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccountSuspension))]
[JsonSerializable(typeof(AdvertisingConsent))]
[JsonSerializable(typeof(ContentOrder))]
[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(JunkReport))]
[JsonSerializable(typeof(KeywordMessage))]
[JsonSerializable(typeof(ThresholdCrossing))]
[JsonSerializable(typeof(UsageMonth))]
[JsonSerializable(typeof(UsageReminder))]
internal sealed partial class MessagingFacts : JsonSerializerContext;
