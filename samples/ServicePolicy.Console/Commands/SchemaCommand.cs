using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServicePolicy.Samples.Fixtures;
using ServicePolicy.Samples.Output;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>schema</c>: the JSON Schema of facts, cases and fixtures.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("schema", "Writes the JSON Schema of facts, cases and fixtures.");
        command.SetAction(_ =>
        {
            JsonObject schema = FixtureSchema.Create(PolicyJson.CreateSchema());
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
