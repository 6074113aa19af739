using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ServicePolicy.Benchmarks.Json;

/// <summary>How System.Text.Json reads and writes the plain records: generated at build, with the converters that NodaTime has for it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Plain.Complaint))]
[JsonSerializable(typeof(Plain.Decision))]
internal sealed partial class PlainJsonContext : JsonSerializerContext
{
    public static PlainJsonContext WithNodaTime { get; } = new(CreateOptions());

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter<Plain.Tier>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<Plain.Filer>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FindingKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FindingState>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<PolicyOutcome>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<NextChangeKind>(JsonNamingPolicy.CamelCase),
            },
        };
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }
}
