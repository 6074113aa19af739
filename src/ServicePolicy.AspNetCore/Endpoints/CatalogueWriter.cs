using System.Globalization;
using System.Text.Json;
using ServicePolicy.Catalogue;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>Writes the standards of an engine.</summary>
internal static class CatalogueWriter
{
    public static void Write(Utf8JsonWriter writer, StandardCatalogue catalogue, CultureInfo culture)
    {
        writer.WriteStartArray();
        foreach (CatalogueEntry entry in catalogue)
        {
            writer.WriteStartObject();
            writer.WriteString("standard"u8, entry.Standard.Id);
            writer.WriteString("title"u8, entry.Standard.Title(culture));
            writer.WriteString("family"u8, entry.Family);
            writer.WriteString("severity"u8, Name(entry.Standard.Severity.ToString()));
            writer.WriteString("source"u8, entry.Standard.Source);
            writer.WriteString("differsFrom"u8, entry.Standard.DiffersFrom);
            writer.WriteBoolean("configured"u8, entry.IsConfigured);
            writer.WriteBoolean("switchedOn"u8, entry.IsSwitchedOn);
            writer.WriteBoolean("enforced"u8, entry.IsEnforced);
            writer.WriteStartArray("figures"u8);
            foreach (Figure figure in entry.Figures)
            {
                writer.WriteStartObject();
                writer.WriteString("path"u8, figure.Path);
                writer.WriteString("value"u8, figure.Value);
                writer.WriteString("unit"u8, figure.Unit);
                writer.WriteString("mark"u8, Name(figure.Mark.ToString()));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
