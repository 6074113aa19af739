using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>The facts on customer information, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DataDisclosure))]
[JsonSerializable(typeof(DataLookUp))]
[JsonSerializable(typeof(DisclosureGround))]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(PartnerMisconduct))]
internal sealed partial class PrivacyFacts : JsonSerializerContext
{
    private static readonly PrivacyFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.DataDisclosure),
        FactType.Of(() => Json.DataLookUp),
        FactType.Of(() => Json.DisclosureGround),
        FactType.Of(() => Json.Partner),
        FactType.Of(() => Json.PartnerMisconduct),
    ];
}
