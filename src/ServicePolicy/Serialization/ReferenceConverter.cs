using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>References: the text, null for none, or <c>{"state":"unknown"}</c>.</summary>
internal sealed class ReferenceConverter : TextConverter<Reference>
{
    protected override string Expected => "a reference: give it as text, null for none, or {\"state\":\"unknown\"}";

    protected override bool TryParse(string text, out Reference value)
    {
        value = Reference.To(text);
        return true;
    }

    protected override bool TryReadOther(ref Utf8JsonReader reader, out Reference value)
    {
        value = default;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        Utf8JsonReader start = reader;
        bool unknown = reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("state"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("unknown"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.EndObject;
        if (!unknown)
        {
            reader = start;
            return false;
        }

        value = Reference.Unknown;
        return true;
    }

    protected override string? Format(Reference value) => value.Value;

    protected override void WriteOther(Utf8JsonWriter writer, Reference value)
    {
        if (!value.IsUnknown)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("state"u8, "unknown"u8);
        writer.WriteEndObject();
    }
}
