using System.Text.Json;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Where a property of a fact comes from.</summary>
internal abstract class PropertyBinding(FactProperty property)
{
    public FactProperty Property { get; } = property;

    /// <summary>The column that is to be looked at where the property is wrong.</summary>
    public abstract Column? Column { get; }

    /// <summary>Writes the property of a row, if the row has it.</summary>
    /// <exception cref="CellException">A cell cannot be used.</exception>
    public abstract void Write(Utf8JsonWriter writer, CsvRow row);
}
