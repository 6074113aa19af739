using System.Text.Json.Nodes;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>The JSON Schema of mappings.</summary>
internal static class MappingSchema
{
    public static JsonObject Create()
    {
        JsonObject table = Schemas.Object(MappingFile.Members.Select(name => (name, Member(name))), "fact", "properties");
        JsonObject fact = Schemas.Object(MappingFile.FactMembers.Select(name => (name, Member(name))), "fact", "properties");
        table["allOf"] = PropertiesByFact();
        fact["allOf"] = PropertiesByFact();
        table["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        table["description"] = "How the rows of a table become cases.";
        table["$defs"] = new JsonObject
        {
            ["fact"] = fact,
            ["binding"] = Schemas.Object(BindingReading.Members.Select(name => (name, BindingMember(name)))),
            ["file"] = Schemas.Object(MappingFile.FileMembers.Select(name => (name, Member(name))), "path", "key"),
            ["byColumn"] = Schemas.Object([("column", Schemas.Text()), ("map", Schemas.Any("object")), ("ignoreCase", Schemas.Any("boolean"))], "column"),
        };
        return table;
    }

    private static JsonObject Member(string name) => name switch
    {
        "fact" => Schemas.Words(FactTypes.Default.Names),
        "properties" => Schemas.Map(Schemas.Reference("binding")),
        "delimiter" => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1 },
        "zone" => TextOrByColumn(),
        "resolver" => Schemas.Words(LocalTimes.Resolvers.Keys),
        "skew" => Schemas.Text("duration"),
        "case" => Schemas.Object([("columns", Schemas.List(Schemas.Text())), ("rows", Schemas.Words(MappingFile.Rows))], "columns"),
        "facts" => Schemas.List(Schemas.Reference("fact")),
        "files" => Schemas.Map(Schemas.Reference("file")),
        "when" => Schemas.Object([("column", Schemas.Text()), ("is", Schemas.List(Schemas.Text())), ("isNot", Schemas.List(Schemas.Text())), ("ignoreCase", Schemas.Any("boolean"))], "column"),
        "key" or "match" => Schemas.List(Schemas.Text()),
        "comment" => [],
        _ => Schemas.Text(),
    };

    private static JsonObject BindingMember(string name) => name switch
    {
        "constant" => [],
        "columns" => Schemas.List(Schemas.Text()),
        "map" => Schemas.Any("object"),
        "ignoreCase" => Schemas.Any("boolean"),
        "firstTwoDigitYear" => Schemas.Any("integer"),
        "unit" => Schemas.Words(LengthUnit.All.Select(unit => unit.Name)),
        "currency" => TextOrByColumn(),
        "start" or "end" => Schemas.Reference("binding"),
        _ => Schemas.Text(),
    };

    private static JsonObject TextOrByColumn() => new() { ["anyOf"] = new JsonArray(Schemas.Text(), Schemas.Reference("byColumn")) };

    /// <summary>Which properties there are depends on the type of the fact.</summary>
    private static JsonArray PropertiesByFact() => new(
    [
        .. FactTypes.Default.Names.Select(JsonNode (name) => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["fact"] = new JsonObject { ["const"] = name } } },
            ["then"] = new JsonObject
            {
                ["properties"] = new JsonObject
                {
                    ["properties"] = new JsonObject { ["propertyNames"] = Schemas.Words(FactTypes.Default.PropertiesOf(name).Select(property => property.Name)) },
                },
            },
        }),
    ]);
}
