using System.Text.Json.Serialization;

namespace ServicePolicy.AspNetCore.Problems;

/// <summary>Problems and the catalogue as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PolicyProblem[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
