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
            ("asOf", Schemas.Text("date-time")),
            ("note", Schemas.Text()),
            ("outcome", Names<PolicyOutcome>()),
            ("request", Schemas.Words(FixtureFile.Answers)),
            ("until", Schemas.Text("date-time")),
            ("nextChange", new JsonObject { ["type"] = new JsonArray("string", "object") }),
            ("deciding", Schemas.List(Schemas.Text())),
            ("findings", Schemas.List(Schemas.Reference("finding"))),
            ("clauses", Schemas.Map(Schemas.List(Schemas.Reference("findingOfClause")))),
            ("error", Schemas.Text()),
        ];
        definitions["expectation"] = Schemas.Object(expected);
        JsonObject fixture = Schemas.Object(
            [
                ("$schema", Schemas.Text()),
                ("description", Schemas.Text()),
                ("figures", Schemas.Any("object")),
                ("settings", Schemas.Any("object")),
                ("case", []),
                ("expect", Schemas.List(Schemas.Reference("expectation"))),
                .. expected.Select(member => (member.Item1, member.Item2.DeepClone().AsObject())),
            ],
            "description",
            "case");
        // Where an error is expected the case may be anything: the mistake is what the fixture shows.
        fixture["if"] = new JsonObject { ["required"] = new JsonArray("error") };
        fixture["else"] = new JsonObject { ["properties"] = new JsonObject { ["case"] = Schemas.Reference("case") } };
        definitions["fixture"] = fixture;
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["description"] = "A fixture, or a list of them. Facts and cases are #/$defs/fact and #/$defs/case.",
            ["anyOf"] = new JsonArray(Schemas.Reference("fixture"), Schemas.List(Schemas.Reference("fixture"))),
            ["$defs"] = definitions,
        };
    }

    private static JsonObject Finding(string[] members, params string[] required) => Schemas.Object(
        members.Select(name => (name, name switch
        {
            "kind" => Names<FindingKind>(),
            "state" => Names<FindingState>("none"),
            "severity" => Names<Severity>(),
            "standard" or "class" or "supersededBy" or "message" => Schemas.Text(),
            "inputs" => Schemas.List(Schemas.Text()),
            "value" => Schemas.Any("number"),
            "subject" => new JsonObject { ["type"] = new JsonArray("string", "object") },
            _ => Schemas.Any("object"),
        })),
        required);

    private static JsonObject Names<TEnum>(string? without = null)
        where TEnum : struct, Enum => Schemas.Words(Words.Of<TEnum>().Where(name => name != without));
}
