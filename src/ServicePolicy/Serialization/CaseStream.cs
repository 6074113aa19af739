namespace ServicePolicy.Serialization;

/// <summary>Cuts a stream into cases, holding one of them at a time. Each byte is looked at once, in however small pieces they come.</summary>
internal sealed class CaseStream(Stream stream, FactTypes types)
{
    /// <summary>The longest case: what is longer is not a case but a mistake.</summary>
    private const int Longest = 1 << 26;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private bool final;
    private bool opened;
    private int line = 1;
    private int column = 1;

    private ReadOnlySpan<byte> Rest => buffer.AsSpan(start, filled - start);

    /// <summary>The cases of a document: a case, several, or lists of cases.</summary>
    public IEnumerable<CaseReading> ReadDocument()
    {
        bool any = false, inList = false, comma = false, item = false;
        ItemScanner scanner = default;
        while (true)
        {
            while (SkipBlanks() is null && !final)
            {
                Fill();
            }

            byte? next = SkipBlanks();
            any |= next is not null;
            if (next is null)
            {
                break;
            }

            bool opens = next == '[' && !inList, closes = next == ']' && inList && !comma, parts = next == ',' && inList && item;
            if (opens || closes || parts)
            {
                (inList, comma, item) = (opens || parts, parts, false);
                Pass(1);
                continue;
            }

            if (next is (byte)']' or (byte)'}' or (byte)',' || (inList && item))
            {
                yield return Wrong(inList && item ? "This is no JSON: a comma is wanted between two items. Correct it here." : "This is no JSON: an item is wanted. Correct it here.");
                yield break;
            }

            int end;
            while ((end = scanner.End(Rest)) < 0 && !final && filled - start < Longest)
            {
                Fill();
            }

            if (end < 0 && !final)
            {
                yield return TooLong();
                yield break;
            }

            int length = end < 0 ? Rest.TrimEnd(" \t\r\n"u8).Length : end;
            CaseReading reading = Read(length);
            yield return reading;
            if (reading.Error is { IsBroken: true })
            {
                yield break;
            }

            (item, comma) = (true, false);
            Pass(length);
        }

        if (inList)
        {
            yield return Wrong("The JSON ends before it is complete: the text is cut off. Give the whole of it.");
        }
        else if (!any)
        {
            yield return Empty("The file is empty. Give a fact, a case, or a list of cases.");
        }
    }

    /// <summary>The cases of JSON Lines, one a line.</summary>
    public IEnumerable<CaseReading> ReadLines()
    {
        bool any = false;
        int scanned = 0;
        while (true)
        {
            int end = Rest[scanned..].IndexOf((byte)'\n');
            if (end < 0 && !final)
            {
                scanned = filled - start;
                if (scanned >= Longest)
                {
                    yield return TooLong();
                    yield break;
                }

                Fill();
                continue;
            }

            int length = end < 0 ? filled - start : scanned + end + 1;
            scanned = 0;
            if (length == 0)
            {
                break;
            }

            int text = Rest[..length].TrimEnd(" \t\r\n"u8).Length;
            if (text > 0)
            {
                any = true;
                yield return Read(text);
            }

            Pass(length);
        }

        if (!any)
        {
            yield return Empty("The file is empty. Give one case a line.");
        }
    }

    /// <summary>Goes to what is no blank, and says what it is; nothing where there is none at hand.</summary>
    private byte? SkipBlanks()
    {
        int blanks = Rest.IndexOfAnyExcept(" \t\r\n"u8);
        Pass(blanks < 0 ? filled - start : blanks);
        return blanks < 0 ? null : buffer[start];
    }

    private CaseReading Read(int length)
    {
        try
        {
            return new CaseReading(PolicyJson.ReadCase(Rest[..length], types, line, column), null, line, column);
        }
        catch (FactFormatException error)
        {
            return new CaseReading(null, error, line, column);
        }
    }

    private CaseReading Wrong(string message) => new(null, new FactFormatException(message, line, column, string.Empty), line, column);

    private static CaseReading Empty(string message) => new(null, new FactFormatException(message, 1, 1, string.Empty), 1, 1);

    private CaseReading TooLong() => Wrong($"The case is longer than {Longest >> 20} MiB. Split it.");

    private void Pass(int length)
    {
        (line, column) = JsonText.Advance(line, column, Rest[..length]);
        start += length;
    }

    /// <summary>Gets more bytes behind those at hand.</summary>
    private void Fill()
    {
        if (start > 0)
        {
            Rest.CopyTo(buffer);
            filled -= start;
            start = 0;
        }

        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read = stream.ReadAtLeast(buffer.AsSpan(filled), opened ? 1 : 3, throwOnEndOfStream: false);
        filled += read;
        final = read == 0;
        start = !opened && Rest.StartsWith("\uFEFF"u8) ? 3 : 0;
        opened = true;
    }
}
