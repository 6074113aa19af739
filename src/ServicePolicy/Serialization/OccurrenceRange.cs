using System.Text.Json;
using NodaTime;

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

    private static readonly ObjectNames Names = new("a range", "between", "on", "zone", "perhaps");
    private static readonly LocalDateConverter Days = new();

    public static Occurrence Read(ref Utf8JsonReader reader)
    {
        long first = reader.TokenStartIndex;
        Occurrence? range = null;
        LocalDate? day = null;
        DateTimeZone? zone = null;
        bool perhaps = false;
        int seen = 0;
        while (Names.Next(ref reader, ref seen) is >= 0 and int name)
        {
            switch (name)
            {
                case 0:
                    range = ReadEnds(ref reader);
                    break;
                case 1:
                    day = Days.TryRead(ref reader, out LocalDate date) ? date : throw Refused.Value(ref reader, "a day: write it as 2026-11-20");
                    break;
                case 2:
                    zone = ReadZone(ref reader);
                    break;
                default:
                    perhaps = ReadPerhaps(ref reader);
                    break;
            }
        }

        Occurrence known = (range, day, zone) switch
        {
            ({ } given, null, null) => given,
            (null, { } on, { } where) => Occurrence.On(on, where),
            _ => throw Refused.Object(first, Expected),
        };
        return perhaps ? known.Perhaps() : known;
    }

    public static void Write(Utf8JsonWriter writer, Occurrence value)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("between"u8);
        OpenEnd.Write(writer, value.Earliest);
        OpenEnd.Write(writer, value.Latest);
        writer.WriteEndArray();
        if (value.MayBeAbsent)
        {
            writer.WriteBoolean("perhaps"u8, true);
        }

        writer.WriteEndObject();
    }

    private static Occurrence ReadEnds(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused.Value(ref reader, Ends);
        }

        long list = reader.TokenStartIndex;
        Instant?[] ends = new Instant?[2];
        int count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            ends[count] = count < ends.Length ? OpenEnd.Read(ref reader) : throw Refused.List(list, Ends);
        }

        return count == ends.Length && !(ends[1] < ends[0]) ? Occurrence.Between(ends[0], ends[1]) : throw Refused.List(list, Ends);
    }

    private static DateTimeZone ReadZone(ref Utf8JsonReader reader) =>
        (reader.TokenType == JsonTokenType.String ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.GetString()!) : null)
        ?? throw Refused.Value(ref reader, "a time zone: give one of the tz database, such as Asia/Shanghai");

    private static bool ReadPerhaps(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.True or JsonTokenType.False
        ? reader.TokenType == JsonTokenType.True
        : throw Refused.Value(ref reader, "true or false");
}
