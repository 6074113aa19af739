using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>Text as it is put together, in UTF-8, in memory that is used again.</summary>
internal ref struct Utf8Builder : IDisposable
{
    private const int Usual = 4096;
    private const int MostBytesOfANumber = 64;

    private byte[] rented;

    public Utf8Builder() => rented = ArrayPool<byte>.Shared.Rent(Usual);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The text so far.</summary>
    public readonly ReadOnlySpan<byte> Written => rented.AsSpan(0, Length);

    /// <summary>Room for so many bytes behind the text; those that are used are to be added to it by <see cref="Advance"/>.</summary>
    public Span<byte> Room(int bytes)
    {
        if (rented.Length - Length < bytes)
        {
            Grow(bytes);
        }

        return rented.AsSpan(Length);
    }

    public void Advance(int bytes) => Length += bytes;

    /// <summary>Drops what stands behind the first so many bytes.</summary>
    public void Cut(int length) => Length = length;

    public void Append(byte utf8)
    {
        Room(1)[0] = utf8;
        Length++;
    }

    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text) => Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));

    public void Append(Instant instant) => Length += InstantText.Format(instant, Room(InstantText.MostBytes));

    public void Append(int number)
    {
        Utf8Formatter.TryFormat(number, Room(MostBytesOfANumber), out int bytes);
        Length += bytes;
    }

    /// <summary>Appends a number, with a point whatever the culture.</summary>
    public void Append(decimal number, scoped ReadOnlySpan<char> format = default)
    {
        number.TryFormat(Room(MostBytesOfANumber), out int bytes, format, CultureInfo.InvariantCulture);
        Length += bytes;
    }

    public readonly override string ToString() => Encoding.UTF8.GetString(Written);

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(rented);

    private void Grow(int bytes)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(rented.Length * 2, Length + bytes));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
