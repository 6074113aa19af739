using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Cuts a stream into cases, holding one of them at a time.</summary>
internal sealed class CaseStream(Stream stream, FactTypes types)
{
    /// <summary>The longest case: what is longer is not a case but a mistake.</summary>
    private const int Longest = 1 << 26;

    private static readonly JsonReaderOptions Several = new() { AllowMultipleValues = true };

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private bool final;
    private bool begun;
    private bool opened;
    private int line = 1;
    private int column = 1;

    /// <summary>The bytes of the current line that were passed.</summary>
    private long lineBytes;

    private JsonReaderState state = new(Several);

    public IEnumerable<CaseReading> ReadDocument()
    {
        bool any = false;
        while (TryItem(out int length, out CaseReading reading))
        {
            any = true;
            if (reading.Error is null)
            {
                reading = Read(length);
                Pass(length);
            }

            yield return reading;
        }

        if (!any && !begun)
        {
            yield return new CaseReading(null, new FactFormatException("The file is empty. Give a fact, a case, or a list of cases.", 1, 1, string.Empty), 1, 1);
        }
    }

    public IEnumerable<CaseReading> ReadLines()
    {
        bool any = false;
        while (true)
        {
            int end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (end < 0 && !final)
            {
                if (!TryFill(out CaseReading tooLong))
                {
                    yield return tooLong;
                    yield break;
                }

                continue;
            }

            int length = end < 0 ? filled - start : end + 1;
            if (length == 0)
            {
                break;
            }

            int text = buffer.AsSpan(start, length).TrimEnd(" \t\r\n"u8).Length;
            if (text > 0)
            {
                any = true;
                yield return Read(text);
            }

            Pass(length);
        }

        if (!any)
        {
            yield return new CaseReading(null, new FactFormatException("The file is empty. Give one case a line.", 1, 1, string.Empty), 1, 1);
        }
    }

    /// <summary>Finds the next item and moves to where it begins.</summary>
    private bool TryItem(out int length, out CaseReading reading)
    {
        while (true)
        {
            Utf8JsonReader reader = new(buffer.AsSpan(start, filled - start), final, state);
            try
            {
                bool found = TryFind(ref reader, out int from, out length);
                if (found)
                {
                    state = reader.CurrentState;
                    Pass(from);
                    reading = new CaseReading(null, null, line, column);
                    return true;
                }
            }
            catch (JsonException broken)
            {
                length = 0;
                reading = Break(broken);
                start = filled;
                final = true;
                state = new JsonReaderState(Several);
                return true;
            }

            if (final)
            {
                reading = default;
                return false;
            }

            if (!TryFill(out reading))
            {
                return true;
            }
        }
    }

    private bool TryFind(ref Utf8JsonReader reader, out int from, out int length)
    {
        from = length = 0;
        while (reader.Read())
        {
            begun = true;
            if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
            {
                continue;
            }

            from = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                return false;
            }

            length = (int)reader.BytesConsumed - from;
            return true;
        }

        return false;
    }

    private CaseReading Read(int length)
    {
        try
        {
            return new CaseReading(PolicyJson.ReadCase(buffer.AsSpan(start, length), types, line, column), null, line, column);
        }
        catch (FactFormatException error)
        {
            return new CaseReading(null, error, line, column);
        }
    }

    private CaseReading Break(JsonException broken)
    {
        // The reader's lines count from the beginning of the stream; the bytes at hand begin at `line`.
        ReadOnlySpan<byte> rest = buffer.AsSpan(start, filled - start);
        int at = 0;
        for (long lines = (broken.LineNumber ?? 0) + 1 - line; lines > 0 && rest[at..].IndexOf((byte)'\n') is >= 0 and int end; lines--)
        {
            at += end + 1;
        }

        bool sameLine = at == 0;
        int offset = (int)Math.Min(rest.Length, at + (sameLine ? Math.Max(0, (broken.BytePositionInLine ?? 0) - lineBytes) : broken.BytePositionInLine ?? 0));
        (int atLine, int atColumn) = JsonText.Advance(line, column, rest[..offset]);
        bool atEnd = final && offset >= rest.TrimEnd(" \t\r\n"u8).Length;
        return new CaseReading(null, new FactFormatException(JsonText.Broken(broken, atEnd), atLine, atColumn, string.Empty), atLine, atColumn);
    }

    private void Pass(int length)
    {
        ReadOnlySpan<byte> passed = buffer.AsSpan(start, length);
        (line, column) = JsonText.Advance(line, column, passed);
        int last = passed.LastIndexOf((byte)'\n');
        lineBytes = last < 0 ? lineBytes + length : length - last - 1;
        start += length;
    }

    /// <summary>Gets more bytes behind those at hand.</summary>
    private bool TryFill([NotNullWhen(false)] out CaseReading tooLong)
    {
        tooLong = default;
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            start = 0;
        }

        if (filled == buffer.Length)
        {
            if (buffer.Length >= Longest)
            {
                tooLong = new CaseReading(null, new FactFormatException($"The case is longer than {Longest >> 20} MiB. Split it.", line, column, string.Empty), line, column);
                start = filled = 0;
                final = true;
                return false;
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read = stream.ReadAtLeast(buffer.AsSpan(filled), opened ? 1 : 3, throwOnEndOfStream: false);
        filled += read;
        final = read == 0;
        bool first = !opened;
        opened = true;
        if (first && buffer.AsSpan(0, filled).StartsWith("\uFEFF"u8))
        {
            start = 3;
        }

        return true;
    }
}
