using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Samples.Input;

/// <summary>Local times in a zone, by a named choice for those that the zone has twice or not at all.</summary>
internal static class LocalTimes
{
    /// <summary>The choices, by the name that a mapping gives.</summary>
    public static readonly IReadOnlyDictionary<string, ZoneLocalMappingResolver> Resolvers = new Dictionary<string, ZoneLocalMappingResolver>(StringComparer.Ordinal)
    {
        ["strict"] = NodaTime.TimeZones.Resolvers.StrictResolver,
        ["lenient"] = NodaTime.TimeZones.Resolvers.LenientResolver,
        ["earlier"] = NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter),
        ["later"] = NodaTime.TimeZones.Resolvers.CreateMappingResolver(NodaTime.TimeZones.Resolvers.ReturnLater, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter),
    };

    /// <summary>The instant of a local time, or why there is none.</summary>
    public static string? InZone(LocalDateTime local, DateTimeZone zone, ZoneLocalMappingResolver resolver, out Instant instant)
    {
        instant = default;
        try
        {
            instant = zone.ResolveLocal(local, resolver).ToInstant();
            return null;
        }
        catch (SkippedTimeException)
        {
            return $"does not exist in {zone.Id}, where the clocks were changed. Choose a 'resolver' other than strict.";
        }
        catch (AmbiguousTimeException)
        {
            return $"is there twice in {zone.Id}, where the clocks were changed. Choose a 'resolver' other than strict.";
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return $"lies beyond the last instant there is, 9999-12-31T23:59:59Z, in {zone.Id}.";
        }
    }

    /// <summary>The first and the last instant of a day, or why there are none.</summary>
    public static string? Day(LocalDate date, DateTimeZone zone, out Instant first, out Instant last)
    {
        (first, last) = (default, default);
        try
        {
            Occurrence day = Occurrence.On(date, zone);
            (first, last) = (day.Earliest!.Value, day.Latest!.Value);
            return null;
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            return $"is not wholly within the instants there are, -9998-01-01 to 9999-12-31, in {zone.Id}.";
        }
    }
}
