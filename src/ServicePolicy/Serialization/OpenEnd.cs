using System.Text.Json;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>The end of a stretch of time or of a range: an instant, or null where it is open.</summary>
internal static class OpenEnd
{
    private const string Expected = InstantText.Expected + ", or null for an open end";

    private static readonly InstantConverter Instants = new();

    public static Instant? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return Instants.TryRead(ref reader, out Instant at) ? at : throw Refused.Value(ref reader, Expected);
    }

    public static void Write(Utf8JsonWriter writer, Instant? end)
    {
        if (end is { } at)
        {
            Span<byte> utf8 = stackalloc byte[InstantText.MostBytes];
            writer.WriteStringValue(utf8[..InstantText.Format(at, utf8)]);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
