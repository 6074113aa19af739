using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>The facts on the score card, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BonusNote))]
[JsonSerializable(typeof(CounterCheck))]
[JsonSerializable(typeof(InspectionNote))]
[JsonSerializable(typeof(QueueCheck))]
[JsonSerializable(typeof(RegisterCheck))]
[JsonSerializable(typeof(ScoreCard))]
internal sealed partial class InspectionFacts : JsonSerializerContext
{
    private static readonly InspectionFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.BonusNote),
        FactType.Of(() => Json.CounterCheck),
        FactType.Of(() => Json.InspectionNote),
        FactType.Of(() => Json.QueueCheck),
        FactType.Of(() => Json.RegisterCheck),
        FactType.Of(() => Json.ScoreCard),
    ];
}
