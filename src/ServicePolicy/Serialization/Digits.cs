using System.Runtime.CompilerServices;

namespace ServicePolicy.Serialization;

/// <summary>Digits of times, straight from bytes and into them.</summary>
internal static class Digits
{
    /// <summary>Writes two digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Span<byte> utf8, int number)
    {
        utf8[1] = (byte)('0' + number % 10);
        utf8[0] = (byte)('0' + number / 10);
    }

    /// <summary>Writes a fraction of a second behind its point, without zeros at the end; nothing where it is zero.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int WriteFraction(Span<byte> utf8, int nanosecond)
    {
        if (nanosecond == 0)
        {
            return 0;
        }

        int digits = 9;
        for (; nanosecond % 10 == 0; digits--)
        {
            nanosecond /= 10;
        }

        utf8[0] = (byte)'.';
        for (int i = digits; i > 0; i--, nanosecond /= 10)
        {
            utf8[i] = (byte)('0' + nanosecond % 10);
        }

        return digits + 1;
    }

    /// <summary>Reads a number of so many digits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, int digits, out int number)
    {
        number = 0;
        foreach (byte digit in utf8[..digits])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = number * 10 + digit - '0';
        }

        return true;
    }

    /// <summary>Reads up to nine digits as a fraction of a second.</summary>
    public static int ReadFraction(ReadOnlySpan<byte> digits)
    {
        int nanosecond = 0;
        for (int i = 0; i < 9; i++)
        {
            nanosecond = nanosecond * 10 + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return nanosecond;
    }
}
