using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Names as JSON has them.</summary>
internal static class CamelCase
{
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
