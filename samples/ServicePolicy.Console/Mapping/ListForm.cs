using System.Text.Json;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Several texts in one cell.</summary>
internal sealed class ListForm(string separator) : CellForm
{
    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        writer.WriteStartArray();
        foreach (string part in text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            writer.WriteStringValue(part);
        }

        writer.WriteEndArray();
        return null;
    }
}
