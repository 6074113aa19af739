using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace ServicePolicy.AspNetCore;

/// <summary>Describes to OpenAPI what the library's converters read and write.</summary>
internal static class PolicySchemas
{
    private const string Complaint = """{"type":"complaint","id":"CP-1017","tier":"vip","receivedAt":"2026-11-20T01:00:00Z","filedBy":"accountHolder","ticket":"T-88231"}""";

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        bool optional = type != context.JsonTypeInfo.Type;
        if (type == typeof(PolicyCase) || type.IsAssignableTo(typeof(IFact)))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A fact, an object with its type; or a root fact and others, {\"root\":fact,\"facts\":[…]}. The endpoint 'schema' gives the JSON Schema of every fact.";
            schema.Examples = type == typeof(PolicyCase) ? [JsonNode.Parse(Complaint)!] : null;
        }
        else if (type == typeof(Instant))
        {
            Text("date-time", "An instant, to the nanosecond.");
        }
        else if (type == typeof(Duration))
        {
            Text("duration", "A length of time in ISO 8601, without years and months.");
        }
        else if (type == typeof(Interval))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A half-open stretch of time; null is an open end.";
            schema.Properties = Properties(("start", End()), ("end", End()));
        }
        else if (type == typeof(Money))
        {
            schema.Type = optional ? JsonSchemaType.Object | JsonSchemaType.Null : JsonSchemaType.Object;
            schema.Properties = Properties(("amount", new OpenApiSchema { Type = JsonSchemaType.Number }), ("currency", new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" }));
        }
        else if (type == typeof(NextChange))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "The first instant at which the decision differs; or none until the end of the window that was looked at; or never.";
            schema.Properties = Properties(("kind", Names("at", "notWithinWindow", "never")), ("at", Instants()), ("until", Instants()));
        }
        else if (type.IsEnum && type.Assembly == typeof(PolicyDecision).Assembly)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = Names([.. Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName)]).Enum;
        }

        return Task.CompletedTask;

        void Text(string format, string description)
        {
            schema.Type = optional ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = format;
            schema.Description ??= description;
        }
    }

    private static OpenApiSchema Instants() => new() { Type = JsonSchemaType.String, Format = "date-time" };

    private static OpenApiSchema End() => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" };

    private static OpenApiSchema Names(params string[] names) => new() { Type = JsonSchemaType.String, Enum = [.. names.Select(name => JsonValue.Create(name))] };

    private static Dictionary<string, IOpenApiSchema> Properties(params (string Name, OpenApiSchema Schema)[] properties) => properties.ToDictionary(property => property.Name, IOpenApiSchema (property) => property.Schema);
}
