using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A day without a time of day: a day, the stretch of time that it is, or an event that was at some instant of it.</summary>
internal sealed class DayForm(LocalDatePattern pattern, PropertyKind kind, ZoneChoice? zone) : CellForm
{
    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (!pattern.Parse(text).TryGetValue(default, out LocalDate day))
        {
            return $"is not of the form '{pattern.PatternText}'.";
        }

        if (kind == PropertyKind.Day)
        {
            writer.WriteStringValue(LocalDatePattern.Iso.Format(day));
            return null;
        }

        if (LocalTimes.Day(day, zone!.Of(row), out Instant first, out Instant last) is { } wrong)
        {
            return wrong;
        }

        writer.WriteStartObject();
        if (kind == PropertyKind.Event)
        {
            writer.WriteStartArray("between"u8);
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(first));
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(last));
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("start"u8, InstantPattern.ExtendedIso.Format(first));
            writer.WriteString("end"u8, InstantPattern.ExtendedIso.Format(last + Duration.Epsilon));
        }

        writer.WriteEndObject();
        return null;
    }
}
