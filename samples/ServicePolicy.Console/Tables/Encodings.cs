using System.Text;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tables;

/// <summary>Text in any encoding as UTF-8.</summary>
internal static class Encodings
{
    /// <summary>Stands where bytes are no text in the encoding. It is no character, so text does not have it.</summary>
    private const string Broken = "\uFFFF";

    static Encodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>An encoding by its name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static Encoding Read(JsonSpot spot)
    {
        string name = spot.Text();
        try
        {
            return Named(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw spot.Error($"'{JsonSpot.Bound(name)}' is no encoding. Name one such as utf-8, utf-16, gb18030, big5, windows-1252 or iso-8859-1.");
        }
    }

    /// <summary>The stream in UTF-8, without a byte-order mark. Bytes that are no text show as what <see cref="IsWhole"/> finds.</summary>
    public static Stream ToUtf8(Stream content, Encoding? encoding)
    {
        byte[] head = new byte[3];
        int read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Encoding found = encoding ?? (head is [0xFF, 0xFE, ..] ? Named("utf-16") : head is [0xFE, 0xFF, ..] ? Named("utf-16BE") : Encoding.UTF8);
        Stream whole = new JoinedStream(new MemoryStream(head, 0, read), content);
        if (found.CodePage != Encoding.UTF8.CodePage)
        {
            // The byte-order mark is text of three bytes by then.
            return ToUtf8(Encoding.CreateTranscodingStream(whole, found, Encoding.UTF8, leaveOpen: true), Encoding.UTF8);
        }

        return read == 3 && head is [0xEF, 0xBB, 0xBF] ? content : whole;
    }

    /// <summary>Whether a row is text, all of it.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> row) => System.Text.Unicode.Utf8.IsValid(row) && row.IndexOf("\uFFFF"u8) < 0;

    private static Encoding Named(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Broken));
}
