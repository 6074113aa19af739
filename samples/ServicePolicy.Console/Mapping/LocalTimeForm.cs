using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A local time, or a day at a time of day that the mapping gives: the instant that it is in the zone of the row.</summary>
internal sealed class LocalTimeForm(IPattern<LocalDateTime> pattern, string written, ZoneChoice zone, ZoneLocalMappingResolver resolver) : CellForm
{
    public override string? Write(Utf8JsonWriter writer, CsvRow row, string text)
    {
        if (!pattern.Parse(text).TryGetValue(default, out LocalDateTime local))
        {
            return $"is not of the form '{written}'.";
        }

        if (LocalTimes.InZone(local, zone.Of(row), resolver, out Instant instant) is { } wrong)
        {
            return wrong;
        }

        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(instant));
        return null;
    }
}
