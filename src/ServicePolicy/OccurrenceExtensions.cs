using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>Events made of others; what is known of them follows exactly from what is known of their parts.</summary>
public static class OccurrenceExtensions
{
    /// <summary>Both: it has happened when the later of the two has.</summary>
    public static Occurrence And(this Occurrence one, Occurrence other) =>
        one.Kind == OccurrenceKind.NotHappened || other.Kind == OccurrenceKind.NotHappened
            ? Occurrence.NotHappened
            : Occurrence.Range(Instant.Max(one.From, other.From), Instant.Max(one.To, other.To), one.MayBeAbsent || other.MayBeAbsent);

    /// <summary>Either: it has happened as soon as the earlier of the two has.</summary>
    public static Occurrence Or(this Occurrence one, Occurrence other)
    {
        if (one.Kind == OccurrenceKind.NotHappened || other.Kind == OccurrenceKind.NotHappened)
        {
            return one.Kind == OccurrenceKind.NotHappened ? other : one;
        }

        // Of two that surely happened the earlier is no later than both; one that perhaps did not leaves the other as the last.
        Instant last = (one.MayBeAbsent, other.MayBeAbsent) switch
        {
            (false, false) => Instant.Min(one.To, other.To),
            (false, true) => one.To,
            (true, false) => other.To,
            _ => Instant.Max(one.To, other.To),
        };
        return Occurrence.Range(Instant.Min(one.From, other.From), last, one.MayBeAbsent && other.MayBeAbsent);
    }

    /// <summary>The event where it counts, none where it does not, and perhaps one where nobody knows.</summary>
    public static Occurrence If(this Occurrence @event, YesNo counts) => counts switch
    {
        YesNo.Yes => @event,
        YesNo.No => Occurrence.NotHappened,
        _ => @event.Perhaps(),
    };

    /// <summary>The event, or an instant where it happened before that.</summary>
    public static Occurrence NotBefore(this Occurrence @event, Instant earliest) =>
        @event.Kind == OccurrenceKind.NotHappened
            ? @event
            : Occurrence.Range(Instant.Max(@event.From, earliest), Instant.Max(@event.To, earliest), @event.MayBeAbsent);

    /// <summary>The event where it happened at or before an instant, and none where it happened later.</summary>
    public static Occurrence By(this Occurrence @event, Instant latest) =>
        @event.Kind == OccurrenceKind.NotHappened || @event.From > latest
            ? Occurrence.NotHappened
            : Occurrence.Range(@event.From, Instant.Min(@event.To, latest), @event.MayBeAbsent || @event.To > latest);

    /// <summary>The event where it happened at or after an instant, and none where it happened before.</summary>
    public static Occurrence Since(this Occurrence @event, Instant earliest) =>
        @event.Kind == OccurrenceKind.NotHappened || @event.To < earliest
            ? Occurrence.NotHappened
            : Occurrence.Range(Instant.Max(@event.From, earliest), @event.To, @event.MayBeAbsent || @event.From < earliest);

    /// <summary>The event where it happened at or after another, and none where it happened before, or the other did not happen.</summary>
    public static Occurrence Since(this Occurrence @event, Occurrence other) =>
        @event.Kind == OccurrenceKind.NotHappened || other.Kind == OccurrenceKind.NotHappened || @event.To < other.From
            ? Occurrence.NotHappened
            : Occurrence.Range(Instant.Max(@event.From, other.From), @event.To, @event.MayBeAbsent || other.MayBeAbsent || @event.From < other.To);

    /// <summary>The same event some time later, or earlier where the time is negative; times saturate at the ends of time.</summary>
    public static Occurrence Plus(this Occurrence @event, Duration time) =>
        @event.Kind == OccurrenceKind.NotHappened ? @event : Occurrence.Range(@event.From.Shift(time), @event.To.Shift(time), @event.MayBeAbsent);

    /// <summary>The same event some times a time later; a time that nobody knows is more than zero.</summary>
    public static Occurrence Plus(this Occurrence @event, Duration? time, int times) =>
        Enumerable.Range(0, times).Aggregate(@event, (later, _) =>
            time is { } known ? later.Plus(known)
            : later.Kind == OccurrenceKind.NotHappened ? later
            : Occurrence.Range(later.From.Next(), Instant.MaxValue, later.MayBeAbsent));

    /// <summary>Whether the event happened before another, or at the same instant; not where it did not happen at all.</summary>
    public static YesNo HasHappenedBy(this Occurrence @event, Occurrence other) =>
        @event.Kind == OccurrenceKind.NotHappened || other.Kind == OccurrenceKind.NotHappened || @event.From > other.To ? YesNo.No
        : @event.To <= other.From && !@event.MayBeAbsent && !other.MayBeAbsent ? YesNo.Yes
        : YesNo.Unknown;
}
