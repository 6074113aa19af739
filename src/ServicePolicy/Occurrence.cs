using NodaTime;

namespace ServicePolicy;

/// <summary>An event of a fact: not happened (the default), happened at an instant, at an unknown time, or not known whether.</summary>
/// <remarks>Two occurrences are equal when they are of one kind and, if they happened, at one instant.</remarks>
public readonly record struct Occurrence
{
    private readonly Instant at;

    private Occurrence(OccurrenceKind kind, Instant at = default)
    {
        Kind = kind;
        this.at = at;
    }

    /// <summary>The event has not happened.</summary>
    public static Occurrence NotHappened => default;

    /// <summary>The event happened, but nobody recorded when.</summary>
    public static Occurrence AtUnknownTime => new(OccurrenceKind.AtUnknownTime);

    /// <summary>It is not known whether the event happened.</summary>
    public static Occurrence UnknownWhether => new(OccurrenceKind.UnknownWhether);

    /// <summary>What is known of the event.</summary>
    public OccurrenceKind Kind { get; }

    /// <summary>Whether the event decides nothing by itself: its time, or whether it happened at all, is unknown.</summary>
    public bool IsUnknown => Kind >= OccurrenceKind.AtUnknownTime;

    /// <summary>Whether the event happened, at whatever time.</summary>
    public YesNo HasHappened => Kind switch
    {
        OccurrenceKind.NotHappened => YesNo.No,
        OccurrenceKind.UnknownWhether => YesNo.Unknown,
        _ => YesNo.Yes,
    };

    /// <summary>The instant of the event.</summary>
    /// <value><see langword="null"/> unless the event happened at a known instant.</value>
    public Instant? Instant => Kind == OccurrenceKind.Happened ? at : null;

    /// <summary>The event happened at <paramref name="instant"/>.</summary>
    public static Occurrence At(Instant instant) => new(OccurrenceKind.Happened, instant);

    /// <summary>Whether the event happened at or before <paramref name="instant"/>.</summary>
    public YesNo HasHappenedBy(Instant instant) =>
        IsUnknown ? YesNo.Unknown
        : Kind == OccurrenceKind.Happened && at <= instant ? YesNo.Yes
        : YesNo.No;

    /// <summary>The event happened at <paramref name="instant"/>.</summary>
    public static implicit operator Occurrence(Instant instant) => At(instant);

    /// <summary>Gets the instant of the event, if it happened at a known one.</summary>
    public bool TryGetInstant(out Instant instant)
    {
        instant = at;
        return Kind == OccurrenceKind.Happened;
    }

    /// <summary>The event as text: the ISO instant, or the kind.</summary>
    public override string ToString() => Kind == OccurrenceKind.Happened ? at.ToString() : Kind.ToString();
}
