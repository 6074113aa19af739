using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>Instants as text: ISO 8601, to the nanosecond.</summary>
internal static class InstantText
{
    public const string Expected = "an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00";

    /// <summary>The most bytes that an instant takes.</summary>
    public const int MostBytes = 32;

    private const int WholeSeconds = 19;

    /// <summary>The days of years 1 to 9999, counted from 1970.</summary>
    private const int FirstDay = -719_162, LastDay = 2_932_896;

    public static string Format(Instant instant)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes];
        return Encoding.ASCII.GetString(utf8[..Format(instant, utf8)]);
    }

    /// <summary>Writes an instant as <see cref="InstantPattern.ExtendedIso"/> does.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static int Format(Instant instant, Span<byte> utf8)
    {
        Duration since = instant - NodaConstants.UnixEpoch;
        (int days, long nanosecond) = (since.Days, since.NanosecondOfDay);
        if (nanosecond < 0)
        {
            (days, nanosecond) = (days - 1, nanosecond + NodaConstants.NanosecondsPerDay);
        }

        int at = 0;
        (int year, int month, int day) date;
        if (days >= FirstDay && days <= LastDay)
        {
            DateOnly.FromDayNumber(days - FirstDay).Deconstruct(out date.year, out date.month, out date.day);
        }
        else
        {
            // Before year 1, which dates of the runtime do not reach.
            LocalDate early = instant.InUtc().Date;
            date = (Math.Abs(early.Year), early.Month, early.Day);
            if (early.Year < 0)
            {
                utf8[at++] = (byte)'-';
            }
        }

        (int seconds, int fraction) = ((int)(nanosecond / NodaConstants.NanosecondsPerSecond), (int)(nanosecond % NodaConstants.NanosecondsPerSecond));
        Span<byte> text = utf8[at..];
        "0000-00-00T00:00:00"u8.CopyTo(text);
        Digits.Write(text, date.year / 100);
        Digits.Write(text[2..], date.year % 100);
        Digits.Write(text[5..], date.month);
        Digits.Write(text[8..], date.day);
        Digits.Write(text[11..], seconds / 3600);
        Digits.Write(text[14..], seconds / 60 % 60);
        Digits.Write(text[17..], seconds % 60);
        at += WholeSeconds;
        at += Digits.WriteFraction(utf8[at..], fraction);
        utf8[at] = (byte)'Z';
        return at + 1;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Instant instant) => TryParseUsual(utf8, out instant) || TryParseAny(utf8, out instant);

    public static bool TryParse(string text, out Instant instant)
    {
        Span<byte> utf8 = stackalloc byte[MostBytes * 2];
        instant = default;
        return text.Length <= utf8.Length && Ascii.IsValid(text) && TryParse(utf8[..Encoding.UTF8.GetBytes(text, utf8)], out instant);
    }

    /// <summary>The form in which nearly all instants come; what it does not read is left to the other.</summary>
    private static bool TryParseUsual(ReadOnlySpan<byte> utf8, out Instant instant)
    {
        instant = default;
        if (utf8.Length <= WholeSeconds || utf8[4] != '-' || utf8[7] != '-' || utf8[10] != 'T' || utf8[13] != ':' || utf8[16] != ':'
            || !Digits.TryRead(utf8, 4, out int year) || !Digits.TryRead(utf8[5..], 2, out int month) || !Digits.TryRead(utf8[8..], 2, out int day)
            || !Digits.TryRead(utf8[11..], 2, out int hour) || !Digits.TryRead(utf8[14..], 2, out int minute) || !Digits.TryRead(utf8[17..], 2, out int second)
            || year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = utf8[WholeSeconds..];
        int nanosecond = 0;
        if (rest[0] == '.')
        {
            int length = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (length is < 1 or > 9)
            {
                return false;
            }

            nanosecond = Digits.ReadFraction(rest.Slice(1, length));
            rest = rest[(length + 1)..];
        }

        if (!TryParseOffset(rest, out int offset))
        {
            return false;
        }

        instant = Instant.FromUtc(year, month, day, hour, minute, second) + Duration.FromNanoseconds(nanosecond - offset * 1_000_000_000L);
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> utf8, out int seconds)
    {
        seconds = 0;
        if (utf8.Length == 1)
        {
            return utf8[0] == 'Z';
        }

        if (utf8.Length != 6 || utf8[0] is not ((byte)'+' or (byte)'-') || utf8[3] != ':'
            || !Digits.TryRead(utf8[1..], 2, out int hours) || !Digits.TryRead(utf8[4..], 2, out int minutes) || hours > 17 || minutes > 59)
        {
            return false;
        }

        seconds = (hours * 60 + minutes) * 60 * (utf8[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryParseAny(ReadOnlySpan<byte> utf8, out Instant instant)
    {
        string text = utf8.Length > MostBytes * 2 ? string.Empty : Encoding.UTF8.GetString(utf8);
        if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out instant))
        {
            return true;
        }

        bool parsed = OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out OffsetDateTime local);
        try
        {
            instant = local.ToInstant();
            return parsed;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
