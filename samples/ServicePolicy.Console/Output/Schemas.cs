using System.Text.Json.Nodes;

namespace ServicePolicy.Samples.Output;

/// <summary>Parts of JSON Schemas.</summary>
internal static class Schemas
{
    public static JsonObject Object(IEnumerable<(string Name, JsonObject Schema)> members, params string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
        ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        ["additionalProperties"] = false,
    };

    public static JsonObject Any(string type) => new() { ["type"] = type };

    public static JsonObject Text(string? format = null) => format is null ? Any("string") : new JsonObject { ["type"] = "string", ["format"] = format };

    public static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    /// <summary>An object with any names.</summary>
    public static JsonObject Map(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    public static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
