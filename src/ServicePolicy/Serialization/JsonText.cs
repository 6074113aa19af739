using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>A piece of JSON, and where in its file it begins.</summary>
internal readonly ref struct JsonText
{
    /// <summary>How deep System.Text.Json reads unless told otherwise.</summary>
    private const int MostDepth = 64;

    private readonly int line;
    private readonly int column;

    /// <summary>A text in UTF-8, which may begin with a byte-order mark.</summary>
    public JsonText(ReadOnlySpan<byte> bytes, int line, int column)
    {
        Bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        this.line = line;
        this.column = column;
    }

    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>The mistake at a byte of the text.</summary>
    public FactMistake Mistake(long offset, string path, string message)
    {
        ReadOnlySpan<byte> before = Bytes[..(int)Math.Clamp(offset, 0, Bytes.Length)];
        (int atLine, int atColumn) = Advance(line, column, before);
        return new FactMistake(message, atLine, atColumn, path);
    }

    /// <summary>The error for a text that is no JSON.</summary>
    /// <remarks>What System.Text.Json says of it is not used: it shows what stands there, to the end of the text, and that may be a secret.</remarks>
    public FactFormatException Broken()
    {
        Utf8JsonReader reader = new(Bytes);
        int at = 0;
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException broken)
        {
            for (long lines = broken.LineNumber ?? 0; lines > 0 && Bytes[at..].IndexOf((byte)'\n') is >= 0 and int end; lines--)
            {
                at += end + 1;
            }

            at = (int)Math.Min(Bytes.Length, at + (broken.BytePositionInLine ?? 0));
        }

        string message = Bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            ? "The text is in UTF-16. Save it as UTF-8."
            : at >= Bytes.TrimEnd(" \t\r\n"u8).Length
            ? "The JSON ends before it is complete: the text is cut off. Give the whole of it."
            : $"This is no JSON: {Wanted(ref reader, at)} Correct it here.";
        return new FactFormatException([Mistake(at, string.Empty, message)]) { IsBroken = true };
    }

    /// <summary>The line and column after some text that begins at a line and column.</summary>
    public static (int Line, int Column) Advance(int line, int column, ReadOnlySpan<byte> text)
    {
        int last = text.LastIndexOf((byte)'\n');
        return last < 0
            ? (line, column + Encoding.UTF8.GetCharCount(text))
            : (line + text.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(text[(last + 1)..]));
    }

    /// <summary>What is wanted behind the last that could be read.</summary>
    private string Wanted(ref Utf8JsonReader reader, int at)
    {
        ReadOnlySpan<byte> rest = Bytes[(int)reader.BytesConsumed..].TrimStart(" \t\r\n,:"u8);
        if (rest.StartsWith("\""u8) && at > Bytes.Length - rest.Length)
        {
            return "a text has an escape or a character that cannot stand in it; line breaks are written \\n.";
        }

        return reader.TokenType switch
        {
            _ when (rest.StartsWith("["u8) || rest.StartsWith("{"u8)) && reader.CurrentDepth >= MostDepth => "it is nested too deep.",
            JsonTokenType.None => "an object, {\"type\":…}, is wanted.",
            JsonTokenType.PropertyName => "a value is wanted: text in quotes, a number, true, false, null, an object or a list.",
            JsonTokenType.StartObject => "a name in quotes is wanted, or }.",
            JsonTokenType.StartArray => "a value is wanted, or ].",
            _ when reader.CurrentDepth == 0 => "nothing may follow the end.",
            _ => "a comma is wanted and another item, or the closing bracket without one.",
        };
    }
}
