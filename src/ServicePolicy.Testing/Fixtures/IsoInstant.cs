using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>Instants as people type them: ISO 8601 with Z or an offset.</summary>
internal static class IsoInstant
{
    public const string Hint = "Write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00.";

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
