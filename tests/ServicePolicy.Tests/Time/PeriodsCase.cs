using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.Time;

/// <summary>Recurring periods and an instant at which to look at them.</summary>
/// <param name="ZoneId">The zone.</param>
/// <param name="Cadence">The cadence; fortnights from <paramref name="Anchor"/> where it is <see langword="null"/>.</param>
/// <param name="Anchor">The anchor of fortnights.</param>
/// <param name="At">The instant.</param>
public sealed record PeriodsCase(string ZoneId, Cadence? Cadence, LocalDate Anchor, Instant At)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];

    public RecurringPeriods Periods => Cadence is { } cadence ? RecurringPeriods.Of(cadence, Zone) : RecurringPeriods.OfWeeks(2, Anchor, Zone);
}
