using System.Text.Json.Serialization;

namespace ServicePolicy.AspNetCore.Problems;

/// <summary>Problems as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PolicyProblem[]))]
internal sealed partial class ProblemJson : JsonSerializerContext;
