using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Refunds;

/// <summary>The facts on refunds, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccountClosure))]
[JsonSerializable(typeof(AdvanceRefund))]
[JsonSerializable(typeof(BalancePayment))]
[JsonSerializable(typeof(ChargedSubscription))]
[JsonSerializable(typeof(ChargedTraffic))]
[JsonSerializable(typeof(DamagedCard))]
[JsonSerializable(typeof(DisputedCharge))]
[JsonSerializable(typeof(RefundPayment))]
internal sealed partial class RefundFacts : JsonSerializerContext
{
    private static readonly RefundFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.AccountClosure),
        FactType.Of(() => Json.AdvanceRefund),
        FactType.Of(() => Json.BalancePayment),
        FactType.Of(() => Json.ChargedSubscription),
        FactType.Of(() => Json.ChargedTraffic),
        FactType.Of(() => Json.DamagedCard),
        FactType.Of(() => Json.DisputedCharge),
        FactType.Of(() => Json.RefundPayment),
    ];
}
