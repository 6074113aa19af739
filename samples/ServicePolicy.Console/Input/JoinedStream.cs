namespace ServicePolicy.Samples.Input;

/// <summary>A stream, and after its end another.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ReadStream
{
    private bool isSecond;

    public override int Read(Span<byte> buffer)
    {
        int read = isSecond ? 0 : first.Read(buffer);
        isSecond |= read == 0 && buffer.Length > 0;
        return read > 0 ? read : second.Read(buffer);
    }
}
