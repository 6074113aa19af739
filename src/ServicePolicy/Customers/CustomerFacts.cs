using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>The facts on customers and their care, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CareEvent))]
[JsonSerializable(typeof(CareProgramme))]
[JsonSerializable(typeof(CreditRecord))]
[JsonSerializable(typeof(CreditSuspension))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerProblem))]
[JsonSerializable(typeof(FieldVisit))]
[JsonSerializable(typeof(GroupCustomer))]
[JsonSerializable(typeof(KeyVisitor))]
[JsonSerializable(typeof(PriorityVisitor))]
[JsonSerializable(typeof(SpendingRank))]
[JsonSerializable(typeof(TierCheck))]
internal sealed partial class CustomerFacts : JsonSerializerContext
{
    private static readonly CustomerFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.CareEvent),
        FactType.Of(() => Json.CareProgramme),
        FactType.Of(() => Json.CreditRecord),
        FactType.Of(() => Json.CreditSuspension),
        FactType.Of(() => Json.Customer),
        FactType.Of(() => Json.CustomerProblem),
        FactType.Of(() => Json.FieldVisit),
        FactType.Of(() => Json.GroupCustomer),
        FactType.Of(() => Json.KeyVisitor),
        FactType.Of(() => Json.PriorityVisitor),
        FactType.Of(() => Json.SpendingRank),
        FactType.Of(() => Json.TierCheck),
    ];
}
