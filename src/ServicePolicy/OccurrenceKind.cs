namespace ServicePolicy;

/// <summary>What is known of an event.</summary>
public enum OccurrenceKind : byte
{
    /// <summary>The event has not happened.</summary>
    NotHappened,

    /// <summary>The event happened at a known instant.</summary>
    Happened,

    /// <summary>The event happened, but nobody recorded when.</summary>
    AtUnknownTime,

    /// <summary>It is not known whether the event happened.</summary>
    UnknownWhether,

    /// <summary>The event happened at some instant of a bounded range.</summary>
    Between,

    /// <summary>The event happened at some instant of a bounded range, or not at all.</summary>
    PerhapsBetween,
}
