using System.Text.Json.Serialization;

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
internal sealed partial class SubscriptionFacts : JsonSerializerContext;
