using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>The facts on operations, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AccessViolation))]
[JsonSerializable(typeof(ChannelStatus))]
[JsonSerializable(typeof(DutyRecord))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(PlannedSending))]
[JsonSerializable(typeof(ServiceChannel))]
[JsonSerializable(typeof(ServiceInspection))]
[JsonSerializable(typeof(ServiceUnit))]
internal sealed partial class OperationsFacts : JsonSerializerContext
{
    private static readonly OperationsFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.AccessViolation),
        FactType.Of(() => Json.ChannelStatus),
        FactType.Of(() => Json.DutyRecord),
        FactType.Of(() => Json.Incident),
        FactType.Of(() => Json.PlannedSending),
        FactType.Of(() => Json.ServiceChannel),
        FactType.Of(() => Json.ServiceInspection),
        FactType.Of(() => Json.ServiceUnit),
    ];
}
