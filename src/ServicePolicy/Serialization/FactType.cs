using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>How one type of fact is read and written.</summary>
internal sealed class FactType
{
    private FactType(string name, JsonTypeInfo json, object? blank)
    {
        Name = name;
        Json = json;
        // What is worked out from other properties is neither read nor written.
        Properties = json.Properties
            .Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        Initial = blank is null ? [] : [.. Properties.Values.Where(property => !property.IsRequired).Select(property => (property.Name, Json: InitialOf(property, blank))).Where(pair => pair.Json is not null)!];
    }

    public string Name { get; }

    public JsonTypeInfo Json { get; }

    public IReadOnlyDictionary<string, JsonPropertyInfo> Properties { get; }

    /// <summary>What the type initialises its properties with, where that is not the default of their types.</summary>
    /// <remarks>Generated readers set every init-only property, an absent one to the default of its type; so what is absent is put in.</remarks>
    public IReadOnlyList<(string Name, string Json)> Initial { get; }

    public static FactType Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TFact>(string name, JsonTypeInfo<TFact> json)
    {
        try
        {
            return new FactType(name, json, Activator.CreateInstance<TFact>());
        }
        catch (MissingMethodException)
        {
            // A constructor with parameters says itself what is absent.
            return new FactType(name, json, null);
        }
    }

    private static string? InitialOf(JsonPropertyInfo property, object blank)
    {
        object? value = property.AssociatedParameter is null ? null : property.Get?.Invoke(blank);
        return value is null || value.Equals(property.AssociatedParameter!.DefaultValue)
            ? null
            : JsonSerializer.Serialize(value, property.Options.GetTypeInfo(property.PropertyType));
    }
}
