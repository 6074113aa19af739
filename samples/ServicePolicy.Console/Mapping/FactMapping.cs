using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>How a row becomes a fact.</summary>
/// <param name="Fact">The type of the fact.</param>
/// <param name="Bindings">Where each property comes from.</param>
/// <param name="When">Which rows it is made of; all where it is null.</param>
/// <param name="File">The joined file whose rows these are; the table itself where it is null.</param>
internal sealed record FactMapping(string Fact, IReadOnlyList<PropertyBinding> Bindings, RowCondition? When, JoinedFile? File)
{
    /// <summary>Where a property comes from, by its name in JSON or in C#.</summary>
    public PropertyBinding? BindingOf(string property) =>
        Bindings.FirstOrDefault(binding => binding.Property.Name.Equals(property, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="CellException">A cell cannot be used.</exception>
    public void Write(Utf8JsonWriter writer, CsvRow row, IReadOnlyDictionary<string, Instant>? instead)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Fact);
        foreach (PropertyBinding binding in Bindings)
        {
            if (instead is not null && instead.TryGetValue(binding.Property.Name, out Instant instant))
            {
                writer.WriteString(binding.Property.Name, InstantPattern.ExtendedIso.Format(instant));
            }
            else
            {
                binding.Write(writer, row);
            }
        }

        writer.WriteEndObject();
    }
}
