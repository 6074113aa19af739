using System.Text.Json.Nodes;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>The JSON Schema of fixtures, around that of facts and cases.</summary>
internal static class FixtureSchema
{
    public static JsonObject Create(JsonObject facts)
    {
        JsonObject definitions = facts["$defs"]!.DeepClone().AsObject();
        definitions["finding"] = Finding(FixtureFile.FindingMembers, "standard", "kind");
        definitions["findingOfClause"] = Finding(FixtureFile.ClauseMembers);
        (string, JsonObject)[] expected =
        [
            ("asOf", Text("date-time")),
            ("note", Text()),
            ("outcome", Names<PolicyOutcome>()),
            ("request", new JsonObject { ["enum"] = new JsonArray([.. FixtureFile.Answers.Select(name => (JsonNode)name)]) }),
            ("until", Text("date-time")),
            ("nextChange", new JsonObject { ["type"] = new JsonArray("string", "object") }),
            ("deciding", List(Text())),
            ("findings", List(Reference("finding"))),
            ("clauses", new JsonObject { ["type"] = "object", ["additionalProperties"] = List(Reference("findingOfClause")) }),
            ("error", Text()),
        ];
        definitions["expectation"] = Object(expected);
        JsonObject fixture = Object(
            [
                ("$schema", Text()),
                ("description", Text()),
                ("figures", new JsonObject { ["type"] = "object" }),
                ("settings", new JsonObject { ["type"] = "object" }),
                ("case", []),
                ("expect", List(Reference("expectation"))),
                .. expected.Select(member => (member.Item1, member.Item2.DeepClone().AsObject())),
            ],
            "description",
            "case");
        // Where an error is expected the case may be anything: the mistake is what the fixture shows.
        fixture["if"] = new JsonObject { ["required"] = new JsonArray("error") };
        fixture["else"] = new JsonObject { ["properties"] = new JsonObject { ["case"] = Reference("case") } };
        definitions["fixture"] = fixture;
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["description"] = "A fixture, or a list of them. Facts and cases are #/$defs/fact and #/$defs/case.",
            ["anyOf"] = new JsonArray(Reference("fixture"), List(Reference("fixture"))),
            ["$defs"] = definitions,
        };
    }

    private static JsonObject Finding(string[] members, params string[] required) => Object(
        members.Select(name => (name, name switch
        {
            "kind" => Names<FindingKind>(),
            "state" => Names<FindingState>("none"),
            "severity" => Names<Severity>(),
            "standard" or "class" or "supersededBy" or "message" => Text(),
            "inputs" => List(Text()),
            "value" => new JsonObject { ["type"] = "number" },
            "subject" => new JsonObject { ["type"] = new JsonArray("string", "object") },
            _ => new JsonObject { ["type"] = "object" },
        })),
        required);

    private static JsonObject Object(IEnumerable<(string Name, JsonObject Schema)> members, params string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
        ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Text(string? format = null) => format is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = format };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Names<TEnum>(string? without = null)
        where TEnum : struct, Enum => new() { ["enum"] = new JsonArray([.. Words.Of<TEnum>().Where(name => name != without).Select(name => (JsonNode)name)]) };
}
