using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Testing.Laws;

/// <summary>The facts as they were at an instant: every later event removed, declared plans excepted (S1).</summary>
internal static class Past
{
    /// <summary>The facts that had come to be by then, with what had happened by then.</summary>
    public static IReadOnlyList<IFact> At(FactDomain domain, Instant at, IReadOnlyList<IFact> facts, bool ranges) =>
    [
        .. facts.Where(fact => fact.OpenedAt <= at || IsPlan(domain.Of(fact))).Select(fact => domain.Of(fact).Slots
            .Where(slot => !slot.IsPlan)
            .Aggregate(fact, (past, slot) => slot.Get(past) switch
            {
                Occurrence @event when Cut(@event, at, ranges) is var cut && cut != @event => slot.With(past, cut),
                IntervalSet { Count: > 0 } set when Cut(set, at) is var cut && !cut.Equals(set) => slot.With(past, cut),
                _ => past,
            })),
    ];

    /// <summary>Whether the fact is known before it comes to be; a request is a question about any instant.</summary>
    private static bool IsPlan(FactModel model) => (model.Type.Name.EndsWith("Request", StringComparison.Ordinal) && !model.Slots.Any(slot => slot.IsEvent)) || model.IsPlan;

    /// <summary>What was known of an event: where it is not known whether it is later, perhaps it has happened by then.</summary>
    private static Occurrence Cut(Occurrence @event, Instant at, bool ranges) => @event switch
    {
        { Kind: OccurrenceKind.NotHappened } => @event,
        { Earliest: { } earliest } when earliest > at => Occurrence.NotHappened,
        { Latest: { } latest } when latest <= at => @event,
        _ when !ranges => Occurrence.UnknownWhether,
        _ => Occurrence.Between(@event.Earliest, at).Perhaps(),
    };

    /// <summary>A pause that ends later has not ended.</summary>
    private static IntervalSet Cut(IntervalSet set, Instant at) => IntervalSet.Of(
        set.Where(interval => !interval.HasStart || interval.Start <= at)
            .Select(interval => interval.HasEnd && interval.End > at ? new Interval(interval.HasStart ? interval.Start : null, null) : interval));
}
