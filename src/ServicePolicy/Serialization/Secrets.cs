using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>Finds out where secrets may stand.</summary>
internal static class Secrets
{
    /// <summary>Whether a property holds a secret, at any depth.</summary>
    public static bool AreIn(JsonPropertyInfo property) => AreIn(property.Options.GetTypeInfo(property.PropertyType));

    /// <summary>Whether a value of a type holds a secret, at any depth.</summary>
    public static bool AreIn(JsonTypeInfo type) => AreIn(type, []);

    private static bool AreIn(JsonTypeInfo type, HashSet<Type> seen) =>
        type.Type == typeof(Secret)
        || (seen.Add(type.Type)
            && (type.Properties.Any(property => AreIn(property.Options.GetTypeInfo(property.PropertyType), seen))
                || (type.ElementType is { } element && AreIn(type.Options.GetTypeInfo(element), seen))));
}
