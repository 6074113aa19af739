using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>
/// The range in which an event lies, as <c>{"between":[earliest,latest]}</c>, null for an open end, or as <c>{"on":day,"zone":zone}</c>; either with
/// <c>"perhaps":true</c> where the event may not have happened at all. A day is read only, and written as the range that it is.
/// </summary>
internal static class OccurrenceRange
{
    public const string Example = """{"between":["2026-11-20T00:00:00+08:00",null]}""";
    public const string DayExample = """{"on":"2026-11-20","zone":"Asia/Shanghai"}""";

    private const string Expected = "a range: write it as " + Example + " or " + DayExample + """, and add "perhaps":true where the event may not have happened""";
    private const string Ends = """the two ends of a range: write them as ["2026-11-20T00:00:00+08:00","2026-11-20T23:59:59+08:00"], the earlier first, null for an open end""";

    public static Occurrence Read(ref Utf8JsonReader reader)
    {
        Utf8JsonReader first = reader;
        Occurrence? range = null;
        LocalDate? day = null;
        DateTimeZone? zone = null;
        bool? perhaps = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Utf8JsonReader name = reader;
            bool again = true;
            if (reader.ValueTextEquals("between"u8))
            {
                again = range is not null;
                range = ReadEnds(ref reader);
            }
            else if (reader.ValueTextEquals("on"u8))
            {
                again = day is not null;
                day = ReadDay(ref reader);
            }
            else if (reader.ValueTextEquals("zone"u8))
            {
                again = zone is not null;
                zone = ReadZone(ref reader);
            }
            else if (reader.ValueTextEquals("perhaps"u8))
            {
                again = perhaps is not null;
                perhaps = ReadPerhaps(ref reader);
            }

            if (again)
            {
                throw Refused.Value(ref name, "a property of a range, or stands twice. A range has 'between', or 'on' and 'zone', and perhaps 'perhaps'");
            }
        }

        Occurrence known = (range, day, zone) switch
        {
            ({ } given, null, null) => given,
            (null, { } date, { } where) => Occurrence.On(date, where),
            _ => throw Refused.Value(ref first, Expected),
        };
        return perhaps == true ? known.Perhaps() : known;
    }

    public static void Write(Utf8JsonWriter writer, Occurrence value)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("between"u8);
        WriteEnd(writer, value.Earliest);
        WriteEnd(writer, value.Latest);
        writer.WriteEndArray();
        if (value.MayBeAbsent)
        {
            writer.WriteBoolean("perhaps"u8, true);
        }

        writer.WriteEndObject();
    }

    private static Occurrence ReadEnds(ref Utf8JsonReader reader)
    {
        reader.Read();
        Utf8JsonReader list = reader;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused.Value(ref list, Ends);
        }

        Instant? earliest = ReadEnd(ref reader, ref list), latest = ReadEnd(ref reader, ref list);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray && !(latest < earliest)
            ? Occurrence.Between(earliest, latest)
            : throw Refused.Value(ref list, Ends);
    }

    private static Instant? ReadEnd(ref Utf8JsonReader reader, ref Utf8JsonReader list)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null
            : reader.TokenType == JsonTokenType.EndArray ? throw Refused.Value(ref list, Ends)
            : reader.TokenType == JsonTokenType.String && InstantText.TryParse(reader.GetString()!, out Instant at) ? at
            : throw Refused.Value(ref reader, $"{InstantText.Expected}, or null for an open end");
    }

    private static LocalDate ReadDay(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!).TryGetValue(default, out LocalDate day)
            ? day
            : throw Refused.Value(ref reader, "a day: write it as 2026-11-20");
    }

    private static DateTimeZone ReadZone(ref Utf8JsonReader reader)
    {
        reader.Read();
        return (reader.TokenType == JsonTokenType.String ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString()!) : null)
            ?? throw Refused.Value(ref reader, "a time zone: give one of the tz database, such as Asia/Shanghai");
    }

    private static bool ReadPerhaps(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? reader.TokenType == JsonTokenType.True
            : throw Refused.Value(ref reader, "true or false");
    }

    private static void WriteEnd(Utf8JsonWriter writer, Instant? end)
    {
        if (end is { } at)
        {
            writer.WriteStringValue(InstantText.Format(at));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
