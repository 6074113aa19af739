using System.Buffers;
using System.Text;

namespace ServicePolicy.Serialization;

/// <summary>A string in UTF-8, in memory that is used again.</summary>
internal readonly ref struct Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] rented;
    private readonly int length;

    /// <exception cref="FactFormatException">Half of a surrogate pair stands alone, so that the string is no text.</exception>
    public Utf8Text(string text)
    {
        rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            length = Strict.GetBytes(text, rented);
        }
        catch (EncoderFallbackException broken)
        {
            ArrayPool<byte>.Shared.Return(rented);
            (int line, int column) = JsonText.Advance(1, 1, Encoding.UTF8.GetBytes(text[..broken.Index]));
            throw new FactFormatException("Half of a surrogate pair stands alone here: this is no text. Leave it out.", line, column, string.Empty);
        }
    }

    public ReadOnlySpan<byte> Bytes => rented.AsSpan(0, length);

    /// <summary>Gives the memory back, emptied: there may have been secrets in it.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(rented, clearArray: true);
}
