using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.TimeZones;
using ServicePolicy.Time;

namespace ServicePolicy.Tests.Time;

public static class PeriodsArbitraries
{
    /// <summary>Zones whose clocks change at midnight, over it, by a day or by half an hour, and one whose do not.</summary>
    public static readonly string[] Zones =
    [
        "Asia/Shanghai", "Europe/London", "America/St_Johns", "America/Havana", "America/Sao_Paulo", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein", "America/Juneau",
    ];

    private static readonly Cadence?[] Cadences = [.. Enum.GetValues<Cadence>().Select(cadence => (Cadence?)cadence), null];

    public static Arbitrary<PeriodsCase> Cases() => Arb.From(
        from zone in Gen.Elements(Zones)
        from cadence in Gen.OneOf(Gen.Constant<Cadence?>(Cadence.Daily), Gen.Elements(Cadences))
        from anchor in Gen.Choose(-2_000, 2_000)
        from at in Gen.OneOf(AnyInstant, NearChange(DateTimeZoneProviders.Tzdb[zone]))
        select new PeriodsCase(zone, cadence, new LocalDate(2026, 1, 5).PlusDays(anchor), at),
        Smaller);

    private static Gen<Instant> AnyInstant =>
        from minutes in Gen.Choose(-100 * 527_040, 100 * 527_040)
        from tick in Tick
        select Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes) + tick;

    private static Gen<Duration> Tick => Gen.Elements(-1, 0, 0, 1).Select(ticks => Duration.FromNanoseconds(ticks));

    private static Gen<Instant> NearChange(DateTimeZone zone)
    {
        ZoneInterval[] changes = [.. zone.GetZoneIntervals(Instant.FromUtc(1850, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0)).Skip(1)];
        return from change in Gen.Elements(changes)
               from minutes in Gen.OneOf(Gen.Choose(-3000, 3000), Gen.Choose(-90, 90), Gen.Choose(-90, 90))
               from tick in Tick
               select change.Start + Duration.FromMinutes(minutes) + tick;
    }

    private static IEnumerable<PeriodsCase> Smaller(PeriodsCase value)
    {
        if (value.ZoneId != Zones[0])
        {
            yield return value with { ZoneId = Zones[0] };
        }

        if (value.Cadence != Cadence.Daily)
        {
            yield return value with { Cadence = Cadence.Daily };
        }

        Instant whole = Instant.FromUnixTimeSeconds(value.At.ToUnixTimeSeconds() / 3600 * 3600);
        if (whole != value.At)
        {
            yield return value with { At = whole };
        }
    }
}
