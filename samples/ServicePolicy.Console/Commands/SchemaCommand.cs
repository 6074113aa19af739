using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePolicy.Samples.Fixtures;
using ServicePolicy.Samples.Mapping;
using ServicePolicy.Samples.Output;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>schema</c>: the JSON Schema of fixtures, facts and cases, or of mappings.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> of = new("OF") { Description = "fixture, with the facts and cases in it, or mapping", DefaultValueFactory = _ => "fixture" };
        of.AcceptOnlyFromAmong("fixture", "mapping");
        Command command = new("schema", "Writes the JSON Schema of fixtures and the facts and cases in them, or of mappings.") { of };
        command.SetAction(parsed =>
        {
            JsonObject schema = parsed.GetValue(of) == "mapping" ? MappingSchema.Create() : FixtureSchema.Create(PolicyJson.CreateSchema());
            using MemoryStream text = new();
            using (Utf8JsonWriter writer = new(text, JsonLines.Readable with { Indented = true }))
            {
                schema.WriteTo(writer);
            }

            terminal.Output.WriteLine(System.Text.Encoding.UTF8.GetString(text.ToArray()));
            return Terminal.Fine;
        });
        return command;
    }
}
