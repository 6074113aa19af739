using System.Globalization;
using NodaTime;

namespace ServicePolicy.Samples.Mapping;

/// <summary>How a length of time is written in a cell.</summary>
internal sealed class LengthUnit
{
    private readonly Duration one;

    private LengthUnit(string name, Duration one)
    {
        Name = name;
        this.one = one;
    }

    public static IReadOnlyList<LengthUnit> All { get; } =
    [
        new("milliseconds", Duration.FromMilliseconds(1)),
        new("seconds", Duration.FromSeconds(1)),
        new("minutes", Duration.FromMinutes(1)),
        new("hours", Duration.FromHours(1)),
        new("days", Duration.FromDays(1)),
        new("clock", Duration.Zero),
    ];

    public string Name { get; }

    /// <summary>Reads a length, exactly to the nanosecond; what is finer is cut off.</summary>
    /// <returns>What is wrong with the text; null where it was read.</returns>
    public string? Read(string text, out Duration length)
    {
        length = default;
        try
        {
            if (one == Duration.Zero)
            {
                return TryClock(text, out length) ? null : "is no length of time like that of a clock. Write it as 1:49 or 0:01:49.";
            }

            if (!PlainForm.TryNumber(text, out decimal number))
            {
                return PlainForm.NumberHint;
            }

            // No farther than from the first instant there is to the last.
            decimal nanoseconds = decimal.Multiply(number, (decimal)one.TotalNanoseconds);
            length = Duration.FromNanoseconds((Int128)nanoseconds);
            return null;
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return $"{Name} are longer than all of time.";
        }
    }

    private static bool TryClock(string text, out Duration length)
    {
        length = default;
        string[] parts = text.Split(':');
        if (parts.Length is < 2 or > 3 || !PlainForm.TryNumber(parts[^1], out decimal seconds) || parts[^1].Length < 2 || seconds is < 0 or >= 60 || parts[^1][0] is '-' or '+')
        {
            return false;
        }

        if (!Whole(parts[^2], out int minutes) || (parts.Length == 3 && minutes >= 60))
        {
            return false;
        }

        int hours = 0;
        if (parts.Length == 3 && !Whole(parts[0], out hours))
        {
            return false;
        }

        length = Duration.FromHours(hours) + Duration.FromMinutes(minutes) + Duration.FromNanoseconds((long)(seconds * NodaConstants.NanosecondsPerSecond));
        return true;
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
