using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>Whether something is so, over all time: yes, no, or unknown for want of named inputs, at every instant.</summary>
/// <remarks>Immutable. Half-open: an event is so from its instant on. A definite no or yes wins over what is unknown where it decides (S9).</remarks>
public sealed class Truth
{
    private readonly Stretch[] stretches;

    private Truth(Stretch[] stretches) => this.stretches = stretches;

    /// <summary>So at every instant.</summary>
    public static Truth Always { get; } = new([new Stretch(Instant.MinValue, Instant.MaxValue, null)]);

    /// <summary>So at no instant.</summary>
    public static Truth Never { get; } = new([]);

    /// <summary>Sorted and disjoint; elsewhere it is not so.</summary>
    internal ReadOnlySpan<Stretch> Stretches => stretches;

    /// <summary>All inputs for want of which it is unknown at some instant.</summary>
    internal InputSet? Missing => stretches.Aggregate((InputSet?)null, (missing, stretch) => stretch.Missing?.Union(missing) ?? missing);

    internal bool IsAlways => ReferenceEquals(this, Always);

    internal bool IsNever => stretches.Length == 0;

    /// <summary>Where both are so.</summary>
    public static Truth operator &(Truth left, Truth right) => left.And(right);

    /// <summary>Where either is so.</summary>
    public static Truth operator |(Truth left, Truth right) => left.Or(right);

    /// <summary>Where it is not so.</summary>
    public static Truth operator !(Truth truth) => truth.Not();

    /// <summary>So during an interval.</summary>
    public static Truth During(Interval interval) => Of([new Stretch(interval.HasStart ? interval.Start : Instant.MinValue, interval.HasEnd ? interval.End : Instant.MaxValue, null)]);

    /// <summary>So during some intervals.</summary>
    public static Truth During(IntervalSet intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        return new([.. intervals.Spans.ToArray().Select(span => new Stretch(span.Start, span.End, null))]);
    }

    /// <summary>Unknown during some intervals, for want of the inputs named; not so elsewhere.</summary>
    public static Truth UnknownDuring(IntervalSet intervals, params IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        InputSet missing = InputSet.Of(inputs);
        return new([.. intervals.Spans.ToArray().Select(span => new Stretch(span.Start, span.End, missing))]);
    }

    /// <summary>So from an event on; unknown while nobody knows whether it has happened.</summary>
    public static Truth From(Occurrence @event, [CallerArgumentExpression(nameof(@event))] string text = "")
    {
        if (@event.Kind == OccurrenceKind.NotHappened)
        {
            return Never;
        }

        Instant surely = @event.MayBeAbsent ? Instant.MaxValue : @event.To;
        return Of(
        [
            new Stretch(@event.From, surely, @event.IsUnknown ? InputSet.Of(ExpressionText.Read(text).PropertiesOrText) : null),
            new Stretch(surely, Instant.MaxValue, null),
        ]);
    }

    /// <summary>So from an event on where something was so at it; unknown where nobody knows the one or the other.</summary>
    public static Truth From(Occurrence @event, Truth where, [CallerArgumentExpression(nameof(@event))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(where);
        ReadOnlySpan<Stretch> met = where.Within(new Interval(@event.From, @event.To.Next())).stretches;
        if (@event.Kind == OccurrenceKind.NotHappened || met.IsEmpty)
        {
            return Never;
        }

        bool everywhere = met.Length == 1 && met[0].Start == @event.From && met[0].End == @event.To.Next();
        InputSet? missing = @event.IsUnknown ? InputSet.Of(ExpressionText.Read(text).PropertiesOrText) : null;
        foreach (Stretch stretch in met)
        {
            missing = stretch.Missing is null ? missing : stretch.Missing.Union(missing);
        }

        Instant surely = everywhere && met[0].Missing is null && !@event.MayBeAbsent ? @event.To : Instant.MaxValue;
        return Of([new Stretch(met[0].Start, surely, missing), new Stretch(surely, Instant.MaxValue, null)]);
    }

    /// <summary>So until an event; always where it has not happened.</summary>
    public static Truth Until(Occurrence @event, [CallerArgumentExpression(nameof(@event))] string text = "") => From(@event, text).Not();

    /// <summary>While a limit is breached; unknown while nobody can tell whether it is, for want of what it hangs on.</summary>
    public static Truth Late(Occurrence from, TimeLimit within, Occurrence until, params IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(within);
        InputSet? missing = null;
        return from.Kind == OccurrenceKind.NotHappened ? Never : Of(
        [
            .. Life.Of(from, within, until).Stages()
                .Where(stage => (stage.Possible & Possible.Breached) != 0)
                .Select(stage => new Stretch(stage.Start, stage.End, stage.Possible == Possible.Breached ? null : missing ??= InputSet.Of(inputs))),
        ]);
    }

    /// <summary>So every day from one time of day to another, in a zone, as far as that reaches into a window; unknown where nobody knows the zone.</summary>
    public static Truth Daily(LocalTime from, LocalTime to, string? zone, Interval window, [CallerArgumentExpression(nameof(zone))] string text = "")
    {
        if (zone is null)
        {
            return UnknownDuring(IntervalSet.All, ExpressionText.Read(text).PropertiesOrText);
        }

        LocalClock clock = new(zone);
        return During(IntervalSet.Of(clock.DaysIn(window).Select(day => clock.Interval(day + from, (from < to ? day : day.PlusDays(1)) + to))));
    }

    /// <summary>So at every instant or at none, or unknown.</summary>
    public static Truth Of(YesNo answer, [CallerArgumentExpression(nameof(answer))] string text = "") => answer switch
    {
        YesNo.Yes => Always,
        YesNo.No => Never,
        _ => new([new Stretch(Instant.MinValue, Instant.MaxValue, InputSet.Of(ExpressionText.Read(text).PropertiesOrText))]),
    };

    /// <summary>Where at least so many of several are so.</summary>
    public static Truth AtLeast(int number, IEnumerable<Truth> truths)
    {
        ArgumentNullException.ThrowIfNull(truths);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        List<(Instant At, int Step, InputSet? Missing)> steps = [];
        foreach (Stretch stretch in truths.SelectMany(truth => truth.stretches))
        {
            steps.Add((stretch.Start, 1, stretch.Missing));
            steps.Add((stretch.End, -1, stretch.Missing));
        }

        steps.Sort(static (left, right) => left.At.CompareTo(right.At));
        List<Stretch> result = [];
        Instant since = Instant.MinValue;
        int surely = 0, perhaps = 0;
        Dictionary<InputSet, int> doubts = [];
        foreach ((Instant at, int step, InputSet? missing) in steps)
        {
            if (since < at && surely + perhaps >= number)
            {
                Add(result, new Stretch(since, at, surely >= number ? null : InputSet.Of(doubts.Keys.SelectMany(doubt => doubt.Names))));
            }

            since = at;
            if (missing is null)
            {
                surely += step;
            }
            else
            {
                perhaps += step;
                int left = doubts.GetValueOrDefault(missing) + step;
                if (left == 0)
                {
                    doubts.Remove(missing);
                }
                else
                {
                    doubts[missing] = left;
                }
            }
        }

        return new([.. result]);
    }

    /// <summary>Whether it is so at an instant.</summary>
    public YesNo At(Instant instant)
    {
        foreach (Stretch stretch in stretches)
        {
            if (instant >= stretch.Start && (instant < stretch.End || stretch.End == Instant.MaxValue))
            {
                return stretch.Missing is null ? YesNo.Yes : YesNo.Unknown;
            }
        }

        return YesNo.No;
    }

    /// <summary>When it first is so no longer, of an instant at which it is.</summary>
    internal Occurrence EndAfter(Instant instant)
    {
        Instant end = Instant.MinValue, last = Instant.MinValue;
        foreach (Stretch stretch in stretches.Where(stretch => stretch.End > instant))
        {
            if (end == Instant.MinValue)
            {
                (end, last) = (stretch.End, stretch.End);
            }
            else if (stretch.Start == last && stretch.Missing is not null)
            {
                last = stretch.End;
            }
            else if (stretch.Start == last)
            {
                return Occurrence.Range(end, Instant.MaxValue, perhaps: true);
            }
        }

        return end == Instant.MaxValue || end == Instant.MinValue ? Occurrence.NotHappened : Occurrence.Range(end, last, perhaps: last == Instant.MaxValue);
    }

    /// <summary>The inputs for want of which it is unknown at an instant; none where it is known.</summary>
    public IReadOnlyList<string> MissingAt(Instant instant)
    {
        foreach (Stretch stretch in stretches)
        {
            if (instant >= stretch.Start && instant < stretch.End && stretch.Missing is { } missing)
            {
                return missing.Names;
            }
        }

        return [];
    }

    /// <summary>Where both are so.</summary>
    public Truth And(Truth other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsAlways || other.IsAlways)
        {
            return IsAlways ? other : this;
        }

        List<Stretch> result = [];
        for (int i = 0, j = 0; i < stretches.Length && j < other.stretches.Length;)
        {
            (Stretch left, Stretch right) = (stretches[i], other.stretches[j]);
            Add(result, new Stretch(Instant.Max(left.Start, right.Start), Instant.Min(left.End, right.End), left.Missing is null ? right.Missing : left.Missing.Union(right.Missing)));
            if (left.End < right.End)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new([.. result]);
    }

    /// <summary>Where either is so.</summary>
    public Truth Or(Truth other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Not().And(other.Not()).Not();
    }

    /// <summary>Where it is not so.</summary>
    public Truth Not()
    {
        List<Stretch> result = [];
        Instant free = Instant.MinValue;
        foreach (Stretch stretch in stretches)
        {
            Add(result, new Stretch(free, stretch.Start, null));
            if (stretch.Missing is not null)
            {
                Add(result, stretch);
            }

            free = stretch.End;
        }

        Add(result, new Stretch(free, Instant.MaxValue, null));
        return new([.. result]);
    }

    /// <summary>The same within an interval, and not so outside of it.</summary>
    public Truth Within(Interval interval) => And(During(interval));

    /// <summary>Stretches in order of time, disjoint, of which empty ones are left out and those that touch and say the same are one.</summary>
    internal static Truth Of(ReadOnlySpan<Stretch> inOrder)
    {
        List<Stretch> result = [];
        foreach (Stretch stretch in inOrder)
        {
            Add(result, stretch);
        }

        return result.Count == 0 ? Never : new([.. result]);
    }

    private static void Add(List<Stretch> result, in Stretch stretch)
    {
        if (stretch.IsEmpty)
        {
            return;
        }

        if (result.Count > 0 && result[^1] is { } last && last.End == stretch.Start && Equals(last.Missing, stretch.Missing))
        {
            result[^1] = last with { End = stretch.End };
        }
        else
        {
            result.Add(stretch);
        }
    }
}
