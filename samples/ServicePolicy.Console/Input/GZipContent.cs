using System.IO.Compression;

namespace ServicePolicy.Samples.Input;

/// <summary>What a file compressed as GZIP holds; one that is broken or cut off is an error, and never taken for a shorter one.</summary>
internal sealed class GZipContent(string name, Stream source) : ReadStream
{
    /// <summary>Follows the end of the file, as a member of its own: it comes out only if all before it is whole, which <see cref="GZipStream"/> does not tell.</summary>
    private static readonly byte[] Seal = [0x9C, 0x3A, 0xF1, 0x07, 0xE5, 0x62, 0xB8, 0x4D, 0x10, 0xDA, 0x73, 0x2E, 0xC4, 0x89, 0x5F, 0x96];

    private readonly GZipStream content = new(new JoinedStream(source, new MemoryStream(Compress(Seal))), CompressionMode.Decompress);
    private readonly byte[] held = new byte[1 << 16];
    private int start;
    private int end;

    public override int Read(Span<byte> buffer)
    {
        // What may be the seal is held back until more comes.
        while (end - start <= Seal.Length)
        {
            held.AsSpan(start, end - start).CopyTo(held);
            (start, end) = (0, end - start);
            int read = Fill();
            if (read == 0)
            {
                return held.AsSpan(start, end - start).SequenceEqual(Seal) ? 0 : throw Broken();
            }

            end += read;
        }

        int count = Math.Min(buffer.Length, end - start - Seal.Length);
        held.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        content.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream compressed = new();
        using (GZipStream zip = new(compressed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private int Fill()
    {
        try
        {
            return content.Read(held.AsSpan(end));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw Broken();
        }
    }

    private InputException Broken() => new($"{name}: what is compressed in it is broken or cut off. What came before that was read.");
}
