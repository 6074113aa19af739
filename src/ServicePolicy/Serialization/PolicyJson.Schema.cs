using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

public static partial class PolicyJson
{
    private const string End = """{"type":["string","null"],"format":"date-time"}""";
    private const string Stretch = """{"type":"object","properties":{"start":""" + End + ""","end":""" + End + """},"additionalProperties":false}""";
    private const string Between = """{"type":"object","properties":{"between":{"type":"array","items":""" + End + ""","minItems":2,"maxItems":2},"perhaps":{"type":"boolean"}},"required":["between"],"additionalProperties":false}""";
    private const string OnDay = """{"type":"object","properties":{"on":{"type":"string","format":"date"},"zone":{"type":"string"},"perhaps":{"type":"boolean"}},"required":["on","zone"],"additionalProperties":false}""";

    // The format "duration" of JSON Schema has no fractions of a second.
    private const string Length = """{"type":"string","pattern":"^-?P(-?\\d+W)?(-?\\d+D)?(T(-?\\d+H)?(-?\\d+M)?(-?\\d+([.,]\\d{1,9})?S)?)?$"}""";
    private const string UnknownReference = """{"type":"object","properties":{"state":{"const":"unknown"}},"required":["state"],"additionalProperties":false}""";

    /// <summary>The JSON Schema (draft 2020-12) of cases; its <c>$defs</c> hold <c>case</c>, <c>fact</c> and every type of fact.</summary>
    public static JsonObject CreateSchema(FactTypes? types = null)
    {
        types ??= FactTypes.Default;
        JsonObject definitions = [];
        foreach (FactType type in types.All)
        {
            definitions[type.Name] = Schema(type);
        }

        definitions["fact"] = new JsonObject { ["oneOf"] = new JsonArray([.. types.Names.Select(Link)]) };
        definitions["case"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(Link("fact"), new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["root"] = Link("fact"), ["facts"] = new JsonObject { ["type"] = "array", ["items"] = Link("fact") } },
                ["required"] = new JsonArray("root"),
                ["additionalProperties"] = false,
            }),
        };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = "#/$defs/case",
            ["$defs"] = definitions,
        };

        static JsonNode Link(string name) => new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Schema(FactType type)
    {
        JsonObject properties = new() { ["type"] = new JsonObject { ["const"] = type.Name } };
        JsonArray required = [(JsonNode)"type"];
        foreach (JsonPropertyInfo property in type.Members.Select(member => member.Json))
        {
            JsonSchemaExporterOptions options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Known };
            JsonNode schema = property.Options.GetJsonSchemaAsNode(property.PropertyType, options);
            if (property is { IsSetNullable: false, PropertyType.IsValueType: false } && schema is JsonObject text && text["type"] is JsonArray)
            {
                text["type"] = "string";
            }

            properties[property.Name] = schema;
            if (property.IsRequired)
            {
                required.Add((JsonNode)property.Name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    /// <summary>The values that converters of the library read.</summary>
    private static JsonNode Known(JsonSchemaExporterContext context, JsonNode schema)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        bool optional = type != context.TypeInfo.Type;
        string? json = type == typeof(Instant) ? """{"type":"string","format":"date-time"}"""
            : type == typeof(Occurrence) ? """{"anyOf":[{"enum":["notHappened","unknownTime","unknownWhether",null]},{"type":"string","format":"date-time"},""" + Between + "," + OnDay + "]}"
            : type == typeof(Reference) ? $$"""{"anyOf":[{"type":["string","null"]},{{UnknownReference}}]}"""
            : type == typeof(Money) ? """{"type":"object","properties":{"amount":{"type":"number"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}},"required":["amount","currency"],"additionalProperties":false}"""
            : type == typeof(Duration) ? Length
            : type == typeof(LocalDate) ? """{"type":"string","format":"date"}"""
            : type == typeof(LocalTime) ? """{"type":"string","pattern":"^\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?$"}"""
            : type == typeof(Interval) ? Stretch
            : type == typeof(IntervalSet) ? $$"""{"type":"array","items":{{Stretch}}}"""
            : type == typeof(Secret) ? """{"type":"string","writeOnly":true}"""
            : type == typeof(PasswordReuse) ? """{"anyOf":[{"enum":["notCompared","none"]},{"type":"integer","minimum":1}]}"""
            : null;
        JsonNode known = json is not null ? JsonNode.Parse(json)!
            : type.IsEnum ? Names(type)
            : context.TypeInfo.ElementType is { IsEnum: true } element ? new JsonObject { ["type"] = "array", ["items"] = Names(element) }
            : schema;
        return optional && known != schema ? new JsonObject { ["anyOf"] = new JsonArray(known, new JsonObject { ["type"] = "null" }) } : known;
    }

    private static JsonObject Names(Type @enum) => new() { ["enum"] = new JsonArray([.. Enum.GetNames(@enum).Select(name => (JsonNode)CamelCase.Of(name))]) };
}
