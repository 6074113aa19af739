using System.Buffers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A length of time since another property of the fact: the instant, or the range, that far after it.</summary>
internal sealed class SinceForm(LengthUnit unit, string other, bool isEvent) : CellForm
{
    /// <summary>Where the other property comes from; set when all of them are known.</summary>
    public PropertyBinding? Other { get; set; }

    public string OtherName => other;

    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (unit.Read(text, out Duration length) is { } wrong)
        {
            return wrong;
        }

        if (length < Duration.Zero)
        {
            return $"is less than zero: nothing comes before '{other}', since which it is counted.";
        }

        JsonElement value = Value(row);
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("between", out JsonElement ends) && isEvent)
        {
            return WriteRange(writer, ends, length);
        }

        if (value.ValueKind == JsonValueKind.String && IsoInstant.TryParse(value.GetString()!, out Instant start))
        {
            if (!TryAdd(start, length, out Instant end))
            {
                return "is beyond the last instant there is.";
            }

            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(end));
            return null;
        }

        if (!isEvent || value is { ValueKind: JsonValueKind.String } && value.GetString() == "notHappened")
        {
            return $"is counted since '{other}', of which the row has no instant.";
        }

        // It happened, that long after nobody knows when.
        writer.WriteStringValue("unknownTime");
        return null;
    }

    private static bool TryAdd(Instant start, Duration length, out Instant end)
    {
        bool fits = length <= Instant.MaxValue - start;
        end = fits ? start + length : default;
        return fits;
    }

    private static string? WriteRange(Utf8JsonWriter writer, JsonElement ends, Duration length)
    {
        Instant[] moved = new Instant[2];
        for (int i = 0; i < moved.Length; i++)
        {
            if (!IsoInstant.TryParse(ends[i].GetString()!, out Instant end) || !TryAdd(end, length, out moved[i]))
            {
                return "is beyond the last instant there is.";
            }
        }

        writer.WriteStartObject();
        writer.WriteStartArray("between"u8);
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(moved[0]));
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(moved[1]));
        writer.WriteEndArray();
        writer.WriteEndObject();
        return null;
    }

    /// <summary>The other property as the row has it.</summary>
    private JsonElement Value(CsvRow row)
    {
        ArrayBufferWriter<byte> json = new(128);
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            Other!.Write(writer, row);
            writer.WriteEndObject();
        }

        Utf8JsonReader reader = new(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader).TryGetProperty(other, out JsonElement value) ? value : default;
    }
}
