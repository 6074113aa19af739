using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>How one type of fact is read and written.</summary>
internal sealed class FactType
{
    public FactType(string name, JsonTypeInfo json)
    {
        Name = name;
        Json = json;
        // What is worked out from other properties is neither read nor written.
        Properties = json.Properties
            .Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
    }

    public string Name { get; }

    public JsonTypeInfo Json { get; }

    public IReadOnlyDictionary<string, JsonPropertyInfo> Properties { get; }
}
