using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

/// <summary>Sets of instants as a list of stretches of time, in any order.</summary>
internal sealed class IntervalSetConverter : JsonConverter<IntervalSet>, IMemberSource
{
    private static readonly IntervalConverter Each = new();

    public override bool HandleNull => true;

    FactMember IMemberSource.Member<TFact>(FactMemberShape shape) => new FactMember<TFact, IntervalSet>(shape, this);

    public override IntervalSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Refused.Value(ref reader, "a list of stretches of time, such as [{\"start\":\"2026-11-20T01:00:00Z\",\"end\":null}]");
        }

        List<Interval> intervals = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            intervals.Add(Each.Read(ref reader, typeof(Interval), options));
        }

        return IntervalSet.Of(intervals);
    }

    public override void Write(Utf8JsonWriter writer, IntervalSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (Interval interval in value)
        {
            PolicyJson.WriteInterval(writer, interval);
        }

        writer.WriteEndArray();
    }
}
