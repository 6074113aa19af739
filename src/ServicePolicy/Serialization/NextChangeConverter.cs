using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>When a decision next changes, as <see cref="PolicyJson.WriteNextChange"/> writes it.</summary>
internal sealed class NextChangeConverter : JsonConverter<NextChange>
{
    private const string Expected = "a next change: write it as {\"kind\":\"at\",\"at\":\"2026-11-20T09:00:00Z\"}, {\"kind\":\"notWithinWindow\",\"until\":\"2026-11-20T09:00:00Z\"} or {\"kind\":\"never\"}";

    private static readonly ObjectNames Names = new("a next change", "kind", "at", "until");

    private static readonly EnumNameConverter<NextChangeKind> Kinds = new();

    public override NextChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refused.Value(ref reader, Expected);
        }

        long first = reader.TokenStartIndex;
        NextChangeKind? kind = null;
        Instant? at = null, until = null;
        int seen = 0;
        while (Names.Next(ref reader, ref seen) is >= 0 and int name)
        {
            kind = name == 0 ? Kinds.Read(ref reader, typeof(NextChangeKind), options) : kind;
            at = name == 1 ? OpenEnd.Read(ref reader) : at;
            until = name == 2 ? OpenEnd.Read(ref reader) : until;
        }

        return (kind, at, until) switch
        {
            (NextChangeKind.At, { } instant, null) => NextChange.At(instant),
            (NextChangeKind.NotWithinWindow, null, { } end) => NextChange.NotBefore(end),
            (NextChangeKind.Never, null, null) => NextChange.Never,
            _ => throw Refused.Object(first, Expected),
        };
    }

    public override void Write(Utf8JsonWriter writer, NextChange value, JsonSerializerOptions options) => PolicyJson.WriteNextChange(writer, value);
}
