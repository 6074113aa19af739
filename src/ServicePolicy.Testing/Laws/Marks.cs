using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Testing.Laws;

/// <summary>The instants that matter to facts and to what is said of them.</summary>
internal static class Marks
{
    /// <summary>Instants that facts give, in whatever property.</summary>
    public static IEnumerable<Instant> Of(FactDomain domain, IEnumerable<IFact> facts) =>
        from fact in facts
        from slot in domain.Of(fact).Slots
        from instant in Of(slot.Get(fact))
        where IsFinite(instant)
        select instant;

    /// <summary>Beginnings, ends and dues of what is said.</summary>
    public static IEnumerable<Instant> Of(IEnumerable<Saying> sayings) =>
        from saying in sayings
        from instant in new[] { saying.Start, saying.End, saying.Due ?? saying.Start }
        where IsFinite(instant)
        select instant;

    /// <summary>Each instant, and one tick either side.</summary>
    public static IEnumerable<Instant> WithTicks(IEnumerable<Instant> instants) =>
        instants.SelectMany(instant => new[] { instant - Duration.Epsilon, instant, instant + Duration.Epsilon }).Distinct();

    private static bool IsFinite(Instant instant) => instant > Instant.MinValue + Duration.FromDays(400) && instant < Instant.MaxValue - Duration.FromDays(400);

    private static IEnumerable<Instant> Of(object? value) => value switch
    {
        Instant instant => [instant],
        Occurrence { Earliest: var earliest, Latest: var latest } => new[] { earliest, latest }.OfType<Instant>(),
        Interval interval => Ends(interval),
        IntervalSet set => set.SelectMany(Ends),
        _ => [],
    };

    private static IEnumerable<Instant> Ends(Interval interval)
    {
        if (interval.HasStart)
        {
            yield return interval.Start;
        }

        if (interval.HasEnd)
        {
            yield return interval.End;
        }
    }
}
