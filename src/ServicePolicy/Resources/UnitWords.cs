using System.Text;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>Lengths of time in words.</summary>
internal sealed class UnitWords(params string[] patterns)
{
    private const int Hours = 1;
    private const int Seconds = 3;

    private readonly (byte[] Before, byte[] Behind)[] units = [.. patterns.Select(Parts)];

    /// <summary>A length of time in the two largest units that it has, such as <c>2 d 3 h</c>; exact to the nanosecond where it is shorter than a second.</summary>
    public void Append(Duration duration, ref Utf8Builder text)
    {
        ReadOnlySpan<int> amounts = [duration.Days, duration.Hours, duration.Minutes, duration.Seconds, duration.SubsecondNanoseconds];
        int first = amounts.IndexOfAnyExcept(0);
        if (first < 0)
        {
            Append(0, Seconds, ref text);
            return;
        }

        Append(amounts[first], first, ref text);
        if (first + 1 < amounts.Length && amounts[first + 1] != 0)
        {
            text.Append((byte)' ');
            Append(amounts[first + 1], first + 1, ref text);
        }
    }

    /// <summary>A limit as handbooks write it: hours up to three days, whole, and otherwise as any length of time.</summary>
    public void AppendLimit(Duration limit, ref Utf8Builder text)
    {
        if (limit.TotalHours <= 72 && limit.NanosecondOfDay % NodaConstants.NanosecondsPerHour == 0)
        {
            Append((int)limit.TotalHours, Hours, ref text);
        }
        else
        {
            Append(limit, ref text);
        }
    }

    private static (byte[] Before, byte[] Behind) Parts(string pattern)
    {
        string[] parts = pattern.Split("{0}");
        return (Encoding.UTF8.GetBytes(parts[0]), Encoding.UTF8.GetBytes(parts[1]));
    }

    private void Append(int amount, int unit, ref Utf8Builder text)
    {
        text.Append(units[unit].Before);
        text.Append(Math.Abs(amount));
        text.Append(units[unit].Behind);
    }
}
