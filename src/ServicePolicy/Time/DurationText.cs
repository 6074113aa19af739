using System.Buffers.Text;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Time;

/// <summary>Lengths of time as text: ISO 8601 in hours, minutes and seconds, a minus sign before the P.</summary>
internal static class DurationText
{
    /// <summary>The most bytes that a length of time takes.</summary>
    public const int MostBytes = 48;

    public static string Format(Duration duration)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes];
        return Encoding.ASCII.GetString(utf8[..Format(duration, utf8)]);
    }

    /// <summary>Writes a length of time.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Format(Duration duration, Span<byte> utf8)
    {
        ReadOnlySpan<byte> start = duration < Duration.Zero ? "-PT"u8 : "PT"u8;
        start.CopyTo(utf8);
        int at = start.Length, nothing = at;

        // The parts of what is below zero are so too; the shortest length of all has no opposite.
        long nanoseconds = Math.Abs(duration.NanosecondOfDay);
        (int seconds, int fraction) = ((int)(nanoseconds / NodaConstants.NanosecondsPerSecond), (int)(nanoseconds % NodaConstants.NanosecondsPerSecond));
        at += Unit(utf8[at..], Math.Abs(duration.Days * 24L) + seconds / 3600, (byte)'H');
        at += Unit(utf8[at..], seconds / 60 % 60, (byte)'M');
        seconds %= 60;
        if (fraction == 0)
        {
            at += Unit(utf8[at..], seconds, (byte)'S');
        }
        else
        {
            Utf8Formatter.TryFormat(seconds, utf8[at..], out int digits);
            at += digits;
            at += Digits.WriteFraction(utf8[at..], fraction);
            utf8[at++] = (byte)'S';
        }

        if (at == nothing)
        {
            "0S"u8.CopyTo(utf8[at..]);
            at += 2;
        }

        return at;
    }

    public static bool TryParse(string text, out Duration duration)
    {
        bool negative = text.StartsWith('-');
        bool parsed = PeriodPattern.NormalizingIso.Parse(negative ? text[1..] : text).TryGetValue(Period.Zero, out Period? period)
            && period is { Years: 0, Months: 0 };
        try
        {
            duration = parsed ? period.ToDuration() : Duration.Zero;
            duration = negative ? -duration : duration;
            return parsed;
        }
        catch (OverflowException)
        {
            duration = default;
            return false;
        }
    }

    private static int Unit(Span<byte> utf8, long amount, byte unit)
    {
        if (amount == 0)
        {
            return 0;
        }

        Utf8Formatter.TryFormat(amount, utf8, out int digits);
        utf8[digits] = unit;
        return digits + 1;
    }
}
