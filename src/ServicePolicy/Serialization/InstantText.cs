using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Serialization;

/// <summary>Instants as text: ISO 8601, to the nanosecond.</summary>
internal static class InstantText
{
    public const string Expected = "an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00";

    public static string Format(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static bool TryParse(string text, out Instant instant)
    {
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
