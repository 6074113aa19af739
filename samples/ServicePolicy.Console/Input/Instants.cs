using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Samples.Input;

/// <summary>Instants as people type them: ISO 8601 with Z or an offset, or a local time where a zone is given.</summary>
internal static class Instants
{
    private static readonly IPattern<LocalDateTime>[] Local = [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")];

    /// <summary>The instant that an option of the command line gives.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static Instant Parse(string option, string text, DateTimeZone? zone)
    {
        if (IsoInstant.TryParse(text, out Instant instant))
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

        throw new InputException($"{option}: '{text}' is not an instant. {IsoInstant.Hint}{(zone is null ? " Local times want --zone." : " A local time is written 2026-11-20T09:00.")}");
    }
}
