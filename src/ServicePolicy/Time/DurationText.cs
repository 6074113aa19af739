using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Time;

/// <summary>Lengths of time as text: ISO 8601 in hours, minutes and seconds, a minus sign before the P.</summary>
internal static class DurationText
{
    public static string Format(Duration duration)
    {
        Duration size = duration < Duration.Zero ? -duration : duration;
        long hours = size.Days * 24L + size.Hours;
        string fraction = size.SubsecondNanoseconds == 0
            ? string.Empty
            : "." + size.SubsecondNanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        string text = string.Concat(
            hours == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{hours}H"),
            size.Minutes == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{size.Minutes}M"),
            size.Seconds == 0 && fraction.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{size.Seconds}{fraction}S"));
        return $"{(duration < Duration.Zero ? "-" : string.Empty)}PT{(text.Length == 0 ? "0S" : text)}";
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
}
