using System.Text.Json;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

/// <summary>Writes times without strings in between.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteInstantValue(this Utf8JsonWriter writer, Instant value)
    {
        Span<byte> utf8 = stackalloc byte[InstantText.MostBytes];
        writer.WriteStringValue(utf8[..InstantText.Format(value, utf8)]);
    }

    /// <summary>Writes an instant, or nothing where there is none.</summary>
    public static void WriteInstant(this Utf8JsonWriter writer, JsonEncodedText name, Instant? value)
    {
        if (value is { } at)
        {
            writer.WritePropertyName(name);
            writer.WriteInstantValue(at);
        }
    }

    /// <summary>Writes a length of time, or nothing where there is none.</summary>
    public static void WriteDuration(this Utf8JsonWriter writer, JsonEncodedText name, Duration? value)
    {
        if (value is { } length)
        {
            Span<byte> utf8 = stackalloc byte[DurationText.MostBytes];
            writer.WriteString(name, utf8[..DurationText.Format(length, utf8)]);
        }
    }
}
