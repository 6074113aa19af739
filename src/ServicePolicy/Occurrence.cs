using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>
/// An event of a fact: not happened (the default), happened at an instant, or known only to a range of instants within which it happened, or
/// perhaps did not happen at all.
/// </summary>
/// <remarks>
/// The range includes both its ends, and either may be open. <see cref="AtUnknownTime"/> is the range with both ends open, <see cref="UnknownWhether"/>
/// the same and perhaps not at all. Two occurrences are equal when the same is known of them.
/// </remarks>
public readonly record struct Occurrence
{
    private readonly Instant earliest;
    private readonly Instant latest;

    private Occurrence(OccurrenceKind kind, Instant earliest = default, Instant latest = default)
    {
        Kind = kind;
        this.earliest = earliest;
        this.latest = latest;
    }

    /// <summary>The event has not happened.</summary>
    public static Occurrence NotHappened => default;

    /// <summary>The event happened, but nobody recorded when.</summary>
    public static Occurrence AtUnknownTime => new(OccurrenceKind.AtUnknownTime, NodaTime.Instant.MinValue, NodaTime.Instant.MaxValue);

    /// <summary>It is not known whether the event happened.</summary>
    public static Occurrence UnknownWhether => new(OccurrenceKind.UnknownWhether, NodaTime.Instant.MinValue, NodaTime.Instant.MaxValue);

    /// <summary>What is known of the event.</summary>
    public OccurrenceKind Kind { get; }

    /// <summary>Whether its time, or whether it happened at all, is unknown.</summary>
    public bool IsUnknown => Kind >= OccurrenceKind.AtUnknownTime;

    /// <summary>Whether the event happened, at whatever time.</summary>
    public YesNo HasHappened => Kind switch
    {
        OccurrenceKind.NotHappened => YesNo.No,
        OccurrenceKind.UnknownWhether or OccurrenceKind.PerhapsBetween => YesNo.Unknown,
        _ => YesNo.Yes,
    };

    /// <summary>The instant of the event.</summary>
    /// <value><see langword="null"/> unless the event happened at a known instant.</value>
    public Instant? Instant => Kind == OccurrenceKind.Happened ? earliest : null;

    /// <summary>The first instant at which the event can have happened.</summary>
    /// <value><see langword="null"/> where it has not happened, or the range is open at that end.</value>
    public Instant? Earliest => Kind == OccurrenceKind.NotHappened || earliest == NodaTime.Instant.MinValue ? null : earliest;

    /// <summary>The last instant at which the event can have happened.</summary>
    /// <value><see langword="null"/> where it has not happened, or the range is open at that end.</value>
    public Instant? Latest => Kind == OccurrenceKind.NotHappened || latest == NodaTime.Instant.MaxValue ? null : latest;

    /// <summary>Whether the event may not have happened at all.</summary>
    public bool MayBeAbsent => Kind is OccurrenceKind.NotHappened or OccurrenceKind.UnknownWhether or OccurrenceKind.PerhapsBetween;

    /// <summary>The first instant at which it can have happened; the beginning of time where that end is open, the end of time where it has not happened.</summary>
    internal Instant From => Kind == OccurrenceKind.NotHappened ? NodaTime.Instant.MaxValue : earliest;

    /// <summary>The last instant at which it can have happened, if it did; the end of time where that end is open.</summary>
    internal Instant To => Kind == OccurrenceKind.NotHappened ? NodaTime.Instant.MaxValue : latest;

    /// <summary>The event happened at <paramref name="instant"/>.</summary>
    public static Occurrence At(Instant instant) => new(OccurrenceKind.Happened, instant, instant);

    /// <summary>The event happened at some instant from <paramref name="earliest"/> to <paramref name="latest"/>, both included; <see langword="null"/> leaves an end open.</summary>
    /// <exception cref="ArgumentException"><paramref name="latest"/> is before <paramref name="earliest"/>.</exception>
    public static Occurrence Between(Instant? earliest, Instant? latest)
    {
        (Instant from, Instant to) = (earliest ?? NodaTime.Instant.MinValue, latest ?? NodaTime.Instant.MaxValue);
        return to < from
            ? throw new ArgumentException($"'{to}' is before '{from}'. Give the earlier end of the range first.", nameof(latest))
            : Range(from, to, perhaps: false);
    }

    /// <summary>The event happened on <paramref name="date"/>, in a zone: the range of that day, which is open at the ends of time.</summary>
    public static Occurrence On(LocalDate date, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Between(
            zone.StartOf(date),
            zone.EndOf(date).Previous());
    }

    /// <summary>The same event, which perhaps did not happen at all.</summary>
    public Occurrence Perhaps() => Kind == OccurrenceKind.NotHappened ? this : Range(earliest, latest, perhaps: true);

    /// <summary>Whether the event happened at or before <paramref name="instant"/>.</summary>
    public YesNo HasHappenedBy(Instant instant) =>
        Kind == OccurrenceKind.NotHappened || earliest > instant ? YesNo.No
        : latest <= instant && !MayBeAbsent ? YesNo.Yes
        : YesNo.Unknown;

    /// <summary>The event happened at <paramref name="instant"/>.</summary>
    public static implicit operator Occurrence(Instant instant) => At(instant);

    /// <summary>Gets the instant of the event, if it happened at a known one.</summary>
    public bool TryGetInstant(out Instant instant)
    {
        instant = earliest;
        return Kind == OccurrenceKind.Happened;
    }

    /// <summary>The event as text: the ISO instant, the range, or the kind.</summary>
    public override string ToString() => Kind switch
    {
        OccurrenceKind.Happened => earliest.ToString(),
        OccurrenceKind.Between => $"{End(Earliest)} to {End(Latest)}",
        OccurrenceKind.PerhapsBetween => $"perhaps {End(Earliest)} to {End(Latest)}",
        _ => Kind.ToString(),
    };

    /// <summary>What is known of an event that lies in a range; an empty range is no event.</summary>
    internal static Occurrence Range(Instant from, Instant to, bool perhaps) => (from, to, perhaps) switch
    {
        _ when to < from => default,
        _ when from == to && !perhaps => At(from),
        _ when from == NodaTime.Instant.MinValue && to == NodaTime.Instant.MaxValue => perhaps ? UnknownWhether : AtUnknownTime,
        _ => new(perhaps ? OccurrenceKind.PerhapsBetween : OccurrenceKind.Between, from, to),
    };

    private static string End(Instant? end) => end?.ToString() ?? "…";
}
