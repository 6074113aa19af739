using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tables;

/// <summary>A stream that can be gone back on, as far as it was not told to forget.</summary>
internal sealed class RewindableStream(Stream source) : ReadStream
{
    private byte[] kept = new byte[1 << 17];
    private int count;
    private int next;

    /// <summary>How many bytes came before those that are kept.</summary>
    private long before;

    /// <summary>Says that nobody will go back behind an offset.</summary>
    public void Forget(long offset)
    {
        int dead = (int)(offset - before);
        if (dead > kept.Length / 2)
        {
            Drop(dead);
        }
    }

    /// <summary>Goes back to an offset.</summary>
    public void Rewind(long offset) => next = (int)(offset - before);

    /// <summary>Passes over a line and the blank lines before it; forgets what came before.</summary>
    /// <returns>How many blank lines there were before it, and the offset at which the next line begins.</returns>
    public (int Blank, long Offset) SkipLine()
    {
        int blank = 0;
        bool any = false;
        while (TryByte(out byte one))
        {
            if (one is not ((byte)'\n' or (byte)'\r'))
            {
                any = true;
                continue;
            }

            if (one == (byte)'\r' && TryByte(out byte after) && after != (byte)'\n')
            {
                next--;
            }

            if (any)
            {
                break;
            }

            blank++;
        }

        Drop(next);
        return (blank, before);
    }

    public override int Read(Span<byte> buffer)
    {
        if (next == count && Fill() == 0)
        {
            return 0;
        }

        int read = Math.Min(buffer.Length, count - next);
        kept.AsSpan(next, read).CopyTo(buffer);
        next += read;
        return read;
    }

    private bool TryByte(out byte one)
    {
        if (next == count)
        {
            // A line that is skipped may be longer than all that is worth keeping.
            Drop(next);
            if (Fill() == 0)
            {
                one = 0;
                return false;
            }
        }

        one = kept[next++];
        return true;
    }

    private int Fill()
    {
        if (count == kept.Length)
        {
            Array.Resize(ref kept, 2 * kept.Length);
        }

        int read = source.Read(kept.AsSpan(count));
        count += read;
        return read;
    }

    private void Drop(int dead)
    {
        kept.AsSpan(dead, count - dead).CopyTo(kept);
        before += dead;
        count -= dead;
        next -= dead;
    }
}
