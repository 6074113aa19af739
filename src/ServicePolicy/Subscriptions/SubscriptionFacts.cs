using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>The facts on subscriptions and changes of service, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CampaignExplanation))]
[JsonSerializable(typeof(CollectorCall))]
[JsonSerializable(typeof(CounterService))]
[JsonSerializable(typeof(CustomerRequest))]
[JsonSerializable(typeof(CustomerTreatment))]
[JsonSerializable(typeof(FreeTrial))]
[JsonSerializable(typeof(NetworkMigration))]
[JsonSerializable(typeof(PaymentOffer))]
[JsonSerializable(typeof(PointsRequest))]
[JsonSerializable(typeof(Redirection))]
[JsonSerializable(typeof(ServiceCancellation))]
[JsonSerializable(typeof(ServiceChange))]
[JsonSerializable(typeof(ServiceListing))]
[JsonSerializable(typeof(ServiceOrder))]
[JsonSerializable(typeof(ServicePasswordSetting))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(SubscriptionCharge))]
internal sealed partial class SubscriptionFacts : JsonSerializerContext
{
    private static readonly SubscriptionFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.CampaignExplanation),
        FactType.Of(() => Json.CollectorCall),
        FactType.Of(() => Json.CounterService),
        FactType.Of(() => Json.CustomerRequest),
        FactType.Of(() => Json.CustomerTreatment),
        FactType.Of(() => Json.FreeTrial),
        FactType.Of(() => Json.NetworkMigration),
        FactType.Of(() => Json.PaymentOffer),
        FactType.Of(() => Json.PointsRequest),
        FactType.Of(() => Json.Redirection),
        FactType.Of(() => Json.ServiceCancellation),
        FactType.Of(() => Json.ServiceChange),
        FactType.Of(() => Json.ServiceListing),
        FactType.Of(() => Json.ServiceOrder),
        FactType.Of(() => Json.ServicePasswordSetting),
        FactType.Of(() => Json.Subscription),
        FactType.Of(() => Json.SubscriptionCharge),
    ];
}
