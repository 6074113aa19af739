using System.Text.Json.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>The facts on customer information, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DataDisclosure))]
[JsonSerializable(typeof(DataLookUp))]
[JsonSerializable(typeof(DisclosureGround))]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(PartnerMisconduct))]
internal sealed partial class PrivacyFacts : JsonSerializerContext;
