using System.Text.Json;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A form in which a cell is written.</summary>
internal abstract class CellForm
{
    /// <summary>Writes the value that a text is, as JSON.</summary>
    /// <returns>What is wrong with the text, in words that follow it; null where it was written.</returns>
    public abstract string? Write(Utf8JsonWriter writer, CsvRow row, string text);
}
