using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tests;

/// <summary>Bytes that come a few at a time, as from a pipe; tells after how many bytes something is to happen.</summary>
internal sealed class DribblingStream(byte[] bytes, int size, Action<int>? passed = null) : ReadStream
{
    private int next;

    public override int Read(Span<byte> buffer)
    {
        int read = Math.Min(Math.Min(size, buffer.Length), bytes.Length - next);
        bytes.AsSpan(next, read).CopyTo(buffer);
        next += read;
        passed?.Invoke(next);
        return read;
    }
}
