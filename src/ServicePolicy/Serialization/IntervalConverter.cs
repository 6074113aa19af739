using System.Text.Json;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Stretches of time as <c>{"start":…,"end":…}</c>; null, or left out, is open.</summary>
internal sealed class IntervalConverter : ValueConverter<Interval>
{
    private const string Expected = "a stretch of time: write it as {\"start\":\"2026-11-20T01:00:00Z\",\"end\":\"2026-11-20T09:00:00Z\"}, the end not before the start";

    private static readonly ObjectNames Names = new("a stretch of time", "start", "end");

    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused.Value(ref reader, Expected);
        }

        long first = reader.TokenStartIndex;
        Instant? start = null, end = null;
        int seen = 0;
        while (Names.Next(ref reader, ref seen) is >= 0 and int name)
        {
            Instant? at = OpenEnd.Read(ref reader);
            start = name == 0 ? at : start;
            end = name == 0 ? end : at;
        }

        return start > end ? throw Refused.Object(first, Expected) : new Interval(start, end);
    }

    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) => PolicyJson.WriteInterval(writer, value);
}
