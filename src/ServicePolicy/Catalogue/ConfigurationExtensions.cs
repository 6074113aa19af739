using Microsoft.Extensions.Configuration;

namespace ServicePolicy.Catalogue;

/// <summary>What a section of configuration is: a text, a group of others, or nothing.</summary>
internal static class ConfigurationExtensions
{
    /// <summary>Whether it has others in it, be it a list or a group by name.</summary>
    public static bool HasParts(this IConfiguration section) => section.GetChildren().Any();

    /// <summary>Whether there is a text where a list or a group is wanted.</summary>
    public static bool IsText(this IConfiguration section) => section is IConfigurationSection { Value.Length: > 0 };

    /// <summary>Whether it is there and says nothing, as null and an empty text do.</summary>
    public static bool IsEmpty(this IConfiguration section) => !section.IsText() && !section.HasParts();

    /// <summary>Whether it is null, unlike an empty list, which is read as an empty text.</summary>
    public static bool IsNull(this IConfigurationSection section) => section.Value is null && !section.HasParts();

    /// <summary>The part of a name, if it is there at all, be it empty.</summary>
    public static IConfigurationSection? Find(this IConfiguration section, string name) =>
        section.GetChildren().FirstOrDefault(part => part.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
