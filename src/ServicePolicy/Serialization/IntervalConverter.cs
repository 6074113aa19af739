using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Stretches of time as <c>{"start":…,"end":…}</c>; null, or left out, is open.</summary>
internal sealed class IntervalConverter : JsonConverter<Interval>
{
    private const string Expected = "a stretch of time: write it as {\"start\":\"2026-11-20T01:00:00Z\",\"end\":\"2026-11-20T09:00:00Z\"}, the end not before the start";

    public override bool HandleNull => true;

    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader first = reader;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused.Value(ref first, Expected);
        }

        Instant? start = null, end = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isStart = reader.ValueTextEquals("start"u8);
            if ((!isStart && !reader.ValueTextEquals("end"u8)) || (isStart ? start : end) is not null)
            {
                throw new ValueFormatException($"{Refused.Quote(reader.ValueSpan)} stands twice, or is neither 'start' nor 'end'.", reader.TokenStartIndex);
            }

            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (reader.TokenType != JsonTokenType.String || !InstantText.TryParse(reader.GetString()!, out Instant at))
            {
                throw Refused.Value(ref reader, InstantText.Expected);
            }

            start = isStart ? at : start;
            end = isStart ? end : at;
        }

        return start > end ? throw Refused.Value(ref first, Expected) : new Interval(start, end);
    }

    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) => PolicyJson.WriteInterval(writer, value);
}
