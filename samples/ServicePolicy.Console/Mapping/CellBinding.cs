using System.Text.Json;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A property that comes from cells: by a map of their values, or in a form in which they are written.</summary>
/// <param name="property">The property.</param>
/// <param name="columns">The columns; several are one text.</param>
/// <param name="separator">What stands between the texts of several columns.</param>
/// <param name="map">What certain texts stand for.</param>
/// <param name="form">How other texts are read; null where the map has to have them all.</param>
internal sealed class CellBinding(FactProperty property, IReadOnlyList<Column> columns, string separator, IReadOnlyDictionary<string, JsonElement> map, CellForm? form)
    : PropertyBinding(property)
{
    public override Column? Column => columns[0];

    public bool IsEmpty(CsvRow row) => row[columns, separator].Length == 0;

    public override void Write(Utf8JsonWriter writer, CsvRow row)
    {
        string text = row[columns, separator];
        if (map.TryGetValue(text, out JsonElement value))
        {
            writer.WritePropertyName(Property.Name);
            value.WriteTo(writer);
        }
        else if (text.Length == 0)
        {
            WriteMissing(writer);
        }
        else if (form is null)
        {
            throw new CellException(columns[0], $"{row.Quote(text)} has no value in the mapping of '{Property.Name}'. Add it to its 'map'.");
        }
        else
        {
            writer.WritePropertyName(Property.Name);
            if (form.Write(writer, row, text) is { } wrong)
            {
                throw new CellException(columns[0], $"{row.Quote(text)} {wrong}");
            }
        }
    }

    private void WriteMissing(Utf8JsonWriter writer)
    {
        if (PropertyKinds.UnknownOf(Property) is { } unknown)
        {
            writer.WritePropertyName(Property.Name);
            unknown.WriteTo(writer);
        }
        else if (Property.IsRequired)
        {
            throw new CellException(columns[0], $"it is empty, but '{Property.Name}' is needed.");
        }
    }
}
