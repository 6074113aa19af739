using System.Collections;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time;

/// <summary>An immutable set of instants, held as sorted half-open intervals that neither overlap nor touch.</summary>
/// <remarks>
/// Ends may be open; an interval that starts at <see cref="Instant.MinValue"/> or ends at <see cref="Instant.MaxValue"/> counts as open there.
/// Two sets are equal when they hold the same instants.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "It is a set of instants; 'collection' would say less.")]
public sealed class IntervalSet : IReadOnlyList<Interval>, IEquatable<IntervalSet>
{
    private readonly Span[] spans;

    private IntervalSet(Span[] spans) => this.spans = spans;

    /// <summary>No instant.</summary>
    public static IntervalSet Empty { get; } = new([]);

    /// <summary>Every instant.</summary>
    public static IntervalSet All { get; } = new([Span.Always]);

    /// <summary>How many intervals the set is made of.</summary>
    public int Count => spans.Length;

    internal ReadOnlySpan<Span> Spans => spans;

    /// <summary>The interval at <paramref name="index"/>, in order of time.</summary>
    public Interval this[int index] => spans[index].ToInterval();

    /// <summary>The set of all instants in any of the intervals, which may overlap and come in any order.</summary>
    public static IntervalSet Of(params IEnumerable<Interval> intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        return OfSpans(intervals.Select(Span.Of));
    }

    /// <summary>Whether the set holds <paramref name="instant"/>; O(log n).</summary>
    public bool Contains(Instant instant)
    {
        int index = LastStartingAtOrBefore(instant);
        return index >= 0 && spans[index].Contains(instant);
    }

    /// <summary>The instants in this set, in <paramref name="other"/>, or in both; linear.</summary>
    public IntervalSet Union(IntervalSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return spans.Length == 0 ? other : other.spans.Length == 0 ? this : OfSpans([.. spans, .. other.spans]);
    }

    /// <summary>The instants in both sets; linear.</summary>
    public IntervalSet Intersect(IntervalSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        List<Span> common = [];
        int left = 0, right = 0;
        while (left < spans.Length && right < other.spans.Length)
        {
            Span a = spans[left], b = other.spans[right];
            Span both = new(Instant.Max(a.Start, b.Start), Instant.Min(a.End, b.End));
            if (!both.IsEmpty)
            {
                common.Add(both);
            }

            if (a.End < b.End)
            {
                left++;
            }
            else
            {
                right++;
            }
        }

        return Make(common);
    }

    /// <summary>The instants in this set and not in <paramref name="other"/>; linear.</summary>
    public IntervalSet Except(IntervalSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Intersect(other.Complement());
    }

    /// <summary>The instants that are not in this set; linear.</summary>
    public IntervalSet Complement()
    {
        List<Span> gaps = [];
        Instant free = Instant.MinValue;
        foreach (Span span in spans)
        {
            if (free < span.Start)
            {
                gaps.Add(new Span(free, span.Start));
            }

            free = span.End;
        }

        if (free < Instant.MaxValue)
        {
            gaps.Add(new Span(free, Instant.MaxValue));
        }

        return Make(gaps);
    }

    /// <summary>The first instant after <paramref name="instant"/> at which membership changes; O(log n).</summary>
    /// <value><see langword="null"/> when it never changes again.</value>
    public Instant? NextBoundary(Instant instant)
    {
        int index = LastStartingAtOrBefore(instant);
        if (index >= 0 && instant < spans[index].End)
        {
            return spans[index].End == Instant.MaxValue ? null : spans[index].End;
        }

        return index + 1 < spans.Length ? spans[index + 1].Start : null;
    }

    /// <summary>The first instant at or after <paramref name="instant"/> that is in the set; O(log n).</summary>
    /// <value><see langword="null"/> when there is none.</value>
    public Instant? FirstAtOrAfter(Instant instant) => Contains(instant)
        ? instant
        : LastStartingAtOrBefore(instant) + 1 is int next && next < spans.Length ? spans[next].Start : null;

    /// <inheritdoc/>
    public bool Equals(IntervalSet? other) => other is not null && spans.AsSpan().SequenceEqual(other.spans);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IntervalSet);

    /// <inheritdoc/>
    public override int GetHashCode() => spans.Length == 0 ? 0 : HashCode.Combine(spans.Length, spans[0], spans[^1]);

    /// <inheritdoc/>
    public IEnumerator<Interval> GetEnumerator() => spans.Select(span => span.ToInterval()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The intervals in ISO 8601, in order of time.</summary>
    public override string ToString() => $"{{{string.Join(", ", this)}}}";

    internal static IntervalSet Of(Span span) => span.IsEmpty ? Empty : new IntervalSet([span]);

    internal static IntervalSet OfSpans(IEnumerable<Span> spans)
    {
        List<Span> sorted = [.. spans];
        sorted.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        int united = 0;
        for (int i = 0; i < sorted.Count; i++)
        {
            Span span = sorted[i];
            if (span.IsEmpty)
            {
                continue;
            }

            if (united > 0 && span.Start <= sorted[united - 1].End)
            {
                sorted[united - 1] = sorted[united - 1] with { End = Instant.Max(sorted[united - 1].End, span.End) };
            }
            else
            {
                sorted[united++] = span;
            }
        }

        sorted.RemoveRange(united, sorted.Count - united);
        return Make(sorted);
    }

    private static IntervalSet Make(List<Span> spans) => spans.Count == 0 ? Empty : new IntervalSet([.. spans]);

    private int LastStartingAtOrBefore(Instant instant)
    {
        int low = 0, high = spans.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (spans[middle].Start <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
