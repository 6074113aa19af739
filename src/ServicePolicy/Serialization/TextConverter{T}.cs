using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>A value that is written as text.</summary>
internal abstract class TextConverter<T> : ValueConverter<T>
    where T : struct
{
    /// <summary>The longest text that any of them has, in bytes.</summary>
    private const int MostBytes = 128;

    /// <summary>What is expected, for messages, such as <c>an instant such as 2026-11-20T01:00:00Z</c>.</summary>
    protected abstract string Expected { get; }

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out T value) ? value
        : TryReadOther(ref reader, out T other) ? other
        : throw Refused.Value(ref reader, Expected);

    /// <summary>Reads the value where it is text.</summary>
    public bool TryRead(ref Utf8JsonReader reader, out T value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            return TryParse(reader.ValueSpan, out value);
        }

        // Six bytes of an escape make one of text.
        Span<byte> utf8 = stackalloc byte[MostBytes * 6];
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= utf8.Length && TryParse(utf8[..reader.CopyString(utf8)], out value);
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes];
        int length = Format(value, utf8);
        if (length > 0)
        {
            writer.WriteStringValue(utf8[..length]);
        }
        else
        {
            WriteOther(writer, value);
        }
    }

    protected abstract bool TryParse(ReadOnlySpan<byte> utf8, out T value);

    /// <summary>Reads what is no text, or no text that can be parsed, if that is allowed.</summary>
    protected virtual bool TryReadOther(ref Utf8JsonReader reader, out T value)
    {
        value = default;
        return false;
    }

    /// <summary>The text, and how long it is; nothing where the value is not written as text.</summary>
    protected abstract int Format(T value, Span<byte> utf8);

    protected virtual void WriteOther(Utf8JsonWriter writer, T value) => writer.WriteNullValue();

    /// <summary>Copies a text that is known.</summary>
    protected static int Copy(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        text.CopyTo(utf8);
        return text.Length;
    }
}
