using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Samples.Input;

/// <summary>Instants as people type them: ISO 8601 with Z or an offset, or a local time where a zone is given.</summary>
internal static class Instants
{
    public const string Hint = "Write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00.";

    private static readonly IPattern<LocalDateTime>[] Local = [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")];

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

    /// <summary>The instant that an option of the command line gives.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Instant Parse(string option, string text, DateTimeZone? zone)
    {
        if (TryParse(text, out Instant instant))
        {
            return instant;
        }

        foreach (IPattern<LocalDateTime> pattern in zone is null ? [] : Local)
        {
            if (pattern.Parse(text).TryGetValue(default, out LocalDateTime local))
            {
                return LocalTimes.InZone(local, zone!, NodaTime.TimeZones.Resolvers.StrictResolver, out instant) is { } wrong
                    ? throw new InputException($"{option}: '{text}' {wrong}")
                    : instant;
            }
        }

        throw new InputException($"{option}: '{text}' is not an instant. {Hint}{(zone is null ? " Local times want --zone." : " A local time is written 2026-11-20T09:00.")}");
    }
}
