using System.Text.Json;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A property that is the same in all rows: a constant, or what it is where nothing provides it.</summary>
internal sealed class FixedBinding(FactProperty property, JsonElement? value) : PropertyBinding(property)
{
    public override Column? Column => null;

    /// <summary>What a property is that nothing provides: unknown, if its type can say so; else left out.</summary>
    public static FixedBinding Unprovided(FactProperty property) => new(property, PropertyKinds.UnknownOf(property));

    public override void Write(Utf8JsonWriter writer, CsvRow row)
    {
        if (value is { } always)
        {
            writer.WritePropertyName(Property.Name);
            always.WriteTo(writer);
        }
    }
}
