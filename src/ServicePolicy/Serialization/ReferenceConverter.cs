using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>References: the text, null for none, or <c>{"state":"unknown"}</c>.</summary>
internal sealed class ReferenceConverter : ValueConverter<Reference>
{
    private const string Expected = "a reference: give it as text, null for none, or {\"state\":\"unknown\"}";

    private static readonly ObjectNames Names = new("an unknown reference", "state");

    public override Reference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Reference.To(reader.GetString()),
        JsonTokenType.Null => Reference.None,
        JsonTokenType.StartObject => ReadUnknown(ref reader),
        _ => throw Refused.Value(ref reader, Expected),
    };

    public override void Write(Utf8JsonWriter writer, Reference value, JsonSerializerOptions options)
    {
        if (value.IsUnknown)
        {
            writer.WriteStartObject();
            writer.WriteString("state"u8, "unknown"u8);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue(value.Value);
        }
    }

    protected override bool IsAbsent(Reference value) => value.Exists == YesNo.No;

    private static Reference ReadUnknown(ref Utf8JsonReader reader)
    {
        long first = reader.TokenStartIndex;
        int seen = 0;
        while (Names.Next(ref reader, ref seen) >= 0)
        {
            if (reader.TokenType != JsonTokenType.String || !reader.TextIs("unknown"u8))
            {
                throw Refused.Object(first, Expected);
            }
        }

        return seen == 0 ? throw Refused.Object(first, Expected) : Reference.Unknown;
    }
}
