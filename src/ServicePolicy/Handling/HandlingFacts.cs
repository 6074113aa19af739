using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>The facts on time limits in halls and on the line, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CounterPayment))]
[JsonSerializable(typeof(DeviceFault))]
[JsonSerializable(typeof(DirtReport))]
[JsonSerializable(typeof(Enquiry))]
[JsonSerializable(typeof(FloorCheck))]
[JsonSerializable(typeof(HallDay))]
[JsonSerializable(typeof(HallFacilities))]
[JsonSerializable(typeof(LingeringCustomer))]
[JsonSerializable(typeof(PhoneCall))]
[JsonSerializable(typeof(QueueSnapshot))]
[JsonSerializable(typeof(Shift))]
[JsonSerializable(typeof(SuggestionEntry))]
[JsonSerializable(typeof(Transaction))]
[JsonSerializable(typeof(Visit))]
internal sealed partial class HandlingFacts : JsonSerializerContext
{
    private static readonly HandlingFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.CounterPayment),
        FactType.Of(() => Json.DeviceFault),
        FactType.Of(() => Json.DirtReport),
        FactType.Of(() => Json.Enquiry),
        FactType.Of(() => Json.FloorCheck),
        FactType.Of(() => Json.HallDay),
        FactType.Of(() => Json.HallFacilities),
        FactType.Of(() => Json.LingeringCustomer),
        FactType.Of(() => Json.PhoneCall),
        FactType.Of(() => Json.QueueSnapshot),
        FactType.Of(() => Json.Shift),
        FactType.Of(() => Json.SuggestionEntry),
        FactType.Of(() => Json.Transaction),
        FactType.Of(() => Json.Visit),
    ];
}
