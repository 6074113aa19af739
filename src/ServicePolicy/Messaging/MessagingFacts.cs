using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

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
internal sealed partial class MessagingFacts : JsonSerializerContext
{
    private static readonly MessagingFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.AccountSuspension),
        FactType.Of(() => Json.AdvertisingConsent),
        FactType.Of(() => Json.ContentOrder),
        FactType.Of(() => Json.CustomerMessage),
        FactType.Of(() => Json.JunkReport),
        FactType.Of(() => Json.KeywordMessage),
        FactType.Of(() => Json.ThresholdCrossing),
        FactType.Of(() => Json.UsageMonth),
        FactType.Of(() => Json.UsageReminder),
    ];
}
