using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>A piece of JSON, and where in its file it begins.</summary>
internal readonly ref struct JsonText(ReadOnlySpan<byte> bytes, int line, int column)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The error at a byte of the text.</summary>
    public FactFormatException Error(long offset, string path, string message)
    {
        ReadOnlySpan<byte> before = Bytes[..(int)Math.Clamp(offset, 0, Bytes.Length)];
        (int atLine, int atColumn) = Advance(line, column, before);
        return new FactFormatException(message, atLine, atColumn, path);
    }

    /// <summary>The error for JSON that the reader refused.</summary>
    public FactFormatException Error(JsonException broken)
    {
        int at = 0;
        for (long lines = broken.LineNumber ?? 0; lines > 0 && Bytes[at..].IndexOf((byte)'\n') is >= 0 and int end; lines--)
        {
            at += end + 1;
        }

        return Error(at + (broken.BytePositionInLine ?? 0), string.Empty, Broken(broken, at + (broken.BytePositionInLine ?? 0) >= Bytes.TrimEnd(" \t\r\n"u8).Length));
    }

    /// <summary>What to say of JSON that the reader refused.</summary>
    public static string Broken(JsonException broken, bool atEnd)
    {
        int end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = end < 0 ? broken.Message : broken.Message[..end];
        return atEnd
            ? "The JSON ends before it is complete: the text is cut off. Give the whole of it."
            : $"This is no JSON: {reason} Correct it here.";
    }

    /// <summary>The line and column after some text that begins at a line and column.</summary>
    public static (int Line, int Column) Advance(int line, int column, ReadOnlySpan<byte> text)
    {
        int last = text.LastIndexOf((byte)'\n');
        return last < 0
            ? (line, column + Encoding.UTF8.GetCharCount(text))
            : (line + text.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(text[(last + 1)..]));
    }
}
