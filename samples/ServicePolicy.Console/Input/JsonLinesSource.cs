using System.Buffers;

namespace ServicePolicy.Samples.Input;

/// <summary>Cuts JSON Lines into batches of whole lines, which is all that has to be done one after another.</summary>
internal sealed class JsonLinesSource(InputFile file)
{
    private const int Chunk = 1 << 16;

    /// <summary>The longest case: what is longer is not a case but a mistake.</summary>
    public const int Longest = 1 << 26;

    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    public static Reading TooLong(string file, int line) => new(null, $"The case is longer than {Longest >> 20} MiB. Split it.", new Place(file, line, 1));

    public IEnumerable<ICaseBatch> Batches()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        int line = 1, filled = Begin(buffer);
        bool any = false, skipping = false;
        while (true)
        {
            int read = file.Content.Read(buffer.AsSpan(filled));
            if (read == 0)
            {
                break;
            }

            int cut = buffer.AsSpan(filled, read).LastIndexOf((byte)'\n') is >= 0 and int last ? filled + last + 1 : 0;
            filled += read;
            if (skipping)
            {
                // The rest of a line that was too long.
                int next = buffer.AsSpan(0, filled).IndexOf((byte)'\n') + 1;
                skipping = next == 0;
                line += skipping ? 0 : 1;
                cut = skipping ? 0 : cut - next;
                filled = skipping ? 0 : Move(buffer, next, filled);
            }

            if (cut > 0)
            {
                byte[] rest = ArrayPool<byte>.Shared.Rent(Math.Max(Chunk, 2 * (filled - cut)));
                buffer.AsSpan(cut, filled - cut).CopyTo(rest);
                any |= !IsBlank(buffer, cut);
                int lines = buffer.AsSpan(0, cut).Count((byte)'\n');
                yield return new JsonLinesBatch(file.Name, buffer, cut, line);
                line += lines;
                filled -= cut;
                buffer = rest;
            }
            else if (filled > Longest)
            {
                any = true;
                yield return new ReadingBatch([TooLong(file.Name, line)]);
                skipping = true;
                filled = 0;
            }
            else if (filled == buffer.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
                buffer.AsSpan(0, filled).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        if (!any && IsBlank(buffer, filled))
        {
            yield return new ReadingBatch([new Reading(null, "The file is empty. Give one case a line.", new Place(file.Name, 1, 1))]);
        }

        yield return new JsonLinesBatch(file.Name, buffer, filled, line);
    }

    private static bool IsBlank(byte[] buffer, int length) => !buffer.AsSpan(0, length).ContainsAnyExcept(Blank);

    private static int Move(byte[] buffer, int from, int filled)
    {
        buffer.AsSpan(from, filled - from).CopyTo(buffer);
        return filled - from;
    }

    /// <summary>Passes over a byte-order mark.</summary>
    private int Begin(byte[] buffer)
    {
        int filled = file.Content.ReadAtLeast(buffer.AsSpan(0, 3), 3, throwOnEndOfStream: false);
        return buffer.AsSpan(0, filled).SequenceEqual("\uFEFF"u8) ? 0 : filled;
    }
}
