using System.Text.Json;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A stretch of time from one column to another; an empty end is open, and none is where both are empty.</summary>
internal sealed class IntervalBinding(FactProperty property, CellBinding start, CellBinding end) : PropertyBinding(property)
{
    private readonly bool isList = PropertyKinds.Of(property) == PropertyKind.Intervals;

    public override Column? Column => start.Column;

    public override void Write(Utf8JsonWriter writer, CsvRow row)
    {
        if (isList && start.IsEmpty(row) && end.IsEmpty(row))
        {
            return;
        }

        writer.WritePropertyName(Property.Name);
        if (isList)
        {
            writer.WriteStartArray();
        }

        writer.WriteStartObject();
        start.Write(writer, row);
        end.Write(writer, row);
        writer.WriteEndObject();
        if (isList)
        {
            writer.WriteEndArray();
        }
    }
}
