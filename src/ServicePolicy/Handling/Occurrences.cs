using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>Events made of two others.</summary>
internal static class Occurrences
{
    /// <summary>The first event, or the second where the first has not happened.</summary>
    public static Occurrence OrElse(this Occurrence first, Occurrence second) => first.Kind == OccurrenceKind.NotHappened ? second : first;

    /// <summary>Both events: when the later one happened, and not before.</summary>
    public static Occurrence Both(Occurrence one, Occurrence other) =>
        one.Kind == OccurrenceKind.NotHappened || other.Kind == OccurrenceKind.NotHappened ? Occurrence.NotHappened
        : one.Instant is { } first && other.Instant is { } second ? Instant.Max(first, second)
        : one.IsUnknown ? one : other;

    /// <summary>Both events, of which one known to be after <paramref name="due"/> tells that both were not there in time, whatever is unknown of the other.</summary>
    public static Occurrence BothBy(Instant due, Occurrence one, Occurrence other)
    {
        Occurrence both = Both(one, other);
        return both.IsUnknown && (one.Instant > due || other.Instant > due) ? Occurrence.NotHappened : both;
    }

    /// <summary>Either event: when the earlier one happened.</summary>
    public static Occurrence Either(Occurrence one, Occurrence other) =>
        one.Kind == OccurrenceKind.NotHappened ? other
        : other.Kind == OccurrenceKind.NotHappened ? one
        : one.Instant is { } first && other.Instant is { } second ? Instant.Min(first, second)
        : one.IsUnknown ? one : other;
}
