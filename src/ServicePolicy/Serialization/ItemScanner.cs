using System.Buffers;

namespace ServicePolicy.Serialization;

/// <summary>Finds where an item of JSON ends, by its brackets and quotes alone, going on where it stopped when more bytes come.</summary>
/// <remarks>What is no JSON ends where that shows; whoever reads the item says what is wrong with it.</remarks>
internal struct ItemScanner
{
    private const int MostDepth = 64;

    private static readonly SearchValues<byte> InText = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(control => (byte)control)]);
    private static readonly SearchValues<byte> Between = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> BehindLiteral = SearchValues.Create(" \t\r\n,]}[{\""u8);

    private int scanned;
    private int depth;
    private bool inText;

    /// <summary>The open brackets, a bit each, the innermost last: 1 for a list.</summary>
    private ulong lists;

    /// <summary>Where the item ends that begins with some bytes; -1 while more are needed.</summary>
    public int End(ReadOnlySpan<byte> item)
    {
        int end = depth == 0 && !inText && item[0] is not ((byte)'{' or (byte)'[' or (byte)'"') ? Literal(item) : Structure(item);
        if (end >= 0)
        {
            this = default;
        }

        return end;
    }

    private int Literal(ReadOnlySpan<byte> item)
    {
        int end = item[scanned..].IndexOfAny(BehindLiteral);
        end = end < 0 ? -1 : Math.Max(1, scanned + end);
        scanned = item.Length;
        return end;
    }

    private int Structure(ReadOnlySpan<byte> item)
    {
        while (scanned < item.Length)
        {
            int found = item[scanned..].IndexOfAny(inText ? InText : Between);
            scanned = found < 0 ? item.Length : scanned + found;
            if (found < 0)
            {
                break;
            }

            byte at = item[scanned];
            if (inText && at == '\\')
            {
                // What it escapes is no quotation mark, and may be yet to come.
                if (scanned + 1 == item.Length)
                {
                    break;
                }

                scanned += 2;
                continue;
            }

            scanned++;
            if (at == '"' ? inText && depth == 0 : inText || !Balance(at))
            {
                return scanned;
            }

            inText ^= at == '"';
            if (depth == 0 && !inText)
            {
                return scanned;
            }
        }

        return -1;
    }

    /// <summary>Opens or closes a bracket, if that can be here.</summary>
    private bool Balance(byte bracket)
    {
        bool list = bracket is (byte)'[' or (byte)']';
        if (bracket is (byte)'{' or (byte)'[')
        {
            lists = lists << 1 | (list ? 1UL : 0);
            return ++depth <= MostDepth;
        }

        bool matches = depth > 0 && (lists & 1) != 0 == list;
        lists >>= 1;
        depth--;
        return matches;
    }
}
