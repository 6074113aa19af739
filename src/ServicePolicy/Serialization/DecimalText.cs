using System.Globalization;

namespace ServicePolicy.Serialization;

/// <summary>Numbers as text: a sign if any, digits, and a point; no separators of thousands, whatever the culture, and none that would have to be rounded.</summary>
internal static class DecimalText
{
    /// <summary>A decimal holds as many digits, whatever they are.</summary>
    private const int MostDigits = 28;

    public static bool TryParse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && IsExact(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a decimal holds every digit of a number, which may have an exponent.</summary>
    public static bool IsExact(ReadOnlySpan<byte> number)
    {
        int mark = number.IndexOfAny((byte)'e', (byte)'E');
        if (mark < 0 && number.Length <= MostDigits)
        {
            return true;
        }

        ReadOnlySpan<byte> digits = mark < 0 ? number : number[..mark];
        int exponent = 0;
        if (mark >= 0 && !int.TryParse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        // The place of the first digit that counts and of the last: units are 0, tenths -1.
        int point = digits.IndexOf((byte)'.');
        int units = (point < 0 ? digits.Length : point) - 1;
        int first = digits.IndexOfAnyInRange((byte)'1', (byte)'9'), last = digits.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        int length = last - first + (first <= units && last > units ? 0 : 1);
        return first < 0 || (length <= MostDigits && Math.Abs((long)exponent) <= MostDigits && Place(last) >= -MostDigits);

        int Place(int index) => (index > units ? units - index + 1 : units - index) + exponent;
    }
}
