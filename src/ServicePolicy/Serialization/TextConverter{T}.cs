using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A value that is written as text.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    public override bool HandleNull => true;

    /// <summary>What is expected, for messages, such as <c>an instant such as 2026-11-20T01:00:00Z</c>.</summary>
    protected abstract string Expected { get; }

    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out T? value) ? value
        : TryReadOther(ref reader, out T? other) ? other
        : throw Refused.Value(ref reader, Expected);

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (Format(value) is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            WriteOther(writer, value);
        }
    }

    protected abstract bool TryParse(string text, out T? value);

    /// <summary>Reads what is no text, if that is allowed.</summary>
    protected virtual bool TryReadOther(ref Utf8JsonReader reader, out T? value)
    {
        value = default;
        return false;
    }

    protected abstract string? Format(T value);

    protected virtual void WriteOther(Utf8JsonWriter writer, T value) => writer.WriteNullValue();
}
