using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Output;
using Spectre.Console;

namespace ServicePolicy.Samples.Commands;

/// <summary><c>catalogue</c>: lists every standard.</summary>
internal static class CatalogueCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> format = Settings.Format(), language = Settings.Language();
        EngineChoice choice = new();
        Command command = new("catalogue", "Lists every standard with its figures, its source, and whether it is enforced.") { format, language };
        choice.AddTo(command);
        command.SetAction(parsed =>
        {
            StandardCatalogue catalogue = choice.Build(parsed).Catalogue;
            CultureInfo culture = Settings.Culture(parsed.GetValue(language)!);
            if (parsed.GetValue(format) == "json")
            {
                WriteJson(terminal.Output, catalogue, culture);
            }
            else
            {
                WriteTable(terminal.Output, catalogue, culture);
            }

            return Terminal.Fine;
        });
        return command;
    }

    private static void WriteTable(TextWriter output, StandardCatalogue catalogue, CultureInfo culture)
    {
        Table table = new Table().AddColumn("standard").AddColumn("severity").AddColumn("title").AddColumn("figures").AddColumn("source").AddColumn("enforced").MinimalBorder();
        foreach (CatalogueEntry entry in catalogue)
        {
            string figures = string.Join('\n', entry.Figures.Select(figure => $"{figure.Path} = {figure.Value ?? "-"} ({Words.Camel(figure.Mark.ToString())})"));
            string enforced = !entry.IsSwitchedOn ? "no: switched off" : !entry.IsConfigured ? "no: not configured" : "yes";
            table.AddRow(entry.Standard.Id, Words.Camel(entry.Standard.Severity.ToString()), Title(entry.Standard, culture).EscapeMarkup(), figures.EscapeMarkup(), entry.Standard.Source.EscapeMarkup(), enforced);
        }

        Terminal.Tables(output).Write(table);
    }

    private static void WriteJson(TextWriter output, StandardCatalogue catalogue, CultureInfo culture)
    {
        foreach (CatalogueEntry entry in catalogue)
        {
            using MemoryStream line = new();
            using (Utf8JsonWriter writer = new(line, JsonLines.Readable))
            {
                writer.WriteStartObject();
                writer.WriteString("standard", entry.Standard.Id);
                writer.WriteString("title", entry.Standard.Title(culture));
                writer.WriteString("family", entry.Family);
                writer.WriteString("severity", Words.Camel(entry.Standard.Severity.ToString()));
                writer.WriteString("source", entry.Standard.Source);
                writer.WriteString("differsFrom", entry.Standard.DiffersFrom);
                writer.WriteBoolean("configured", entry.IsConfigured);
                writer.WriteBoolean("switchedOn", entry.IsSwitchedOn);
                writer.WriteBoolean("enforced", entry.IsEnforced);
                writer.WriteStartArray("figures");
                foreach (Figure figure in entry.Figures)
                {
                    writer.WriteStartObject();
                    writer.WriteString("path", figure.Path);
                    writer.WriteString("value", figure.Value);
                    writer.WriteString("unit", figure.Unit);
                    writer.WriteString("mark", Words.Camel(figure.Mark.ToString()));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            output.Write(Encoding.UTF8.GetString(line.ToArray()));
            output.Write('\n');
        }
    }

    private static string Title(Standard standard, CultureInfo culture) =>
        standard.DiffersFrom is { } other ? $"{standard.Title(culture)} (differs from {other})" : standard.Title(culture);
}
