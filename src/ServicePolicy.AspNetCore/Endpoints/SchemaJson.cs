using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>The schema as JSON has it.</summary>
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class SchemaJson : JsonSerializerContext;
