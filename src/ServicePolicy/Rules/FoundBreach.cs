using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>A breach, or a violation, of a standard by a fact, as the rules of that standard found it.</summary>
/// <remarks>However often it ends and begins anew, it is one.</remarks>
public sealed class FoundBreach
{
    private readonly BreachStretch[] stretches;

    internal FoundBreach(string standard, IFact fact, IEnumerable<BreachStretch> stretches)
    {
        Standard = standard;
        Fact = fact;
        this.stretches = Ordered(stretches);
    }

    /// <summary>The Id of the standard.</summary>
    public string Standard { get; }

    /// <summary>The fact that the finding is about.</summary>
    public IFact Fact { get; }

    /// <summary>Where the fact stands in the evaluation.</summary>
    internal int Position { get; init; }

    /// <summary>From the first time on that it begins within a period, for good; unknown where nobody can tell whether it began there.</summary>
    public Truth BeginningIn(Interval period)
    {
        (Instant start, Instant end) = (period.HasStart ? period.Start : Instant.MinValue, period.HasEnd ? period.End : Instant.MaxValue);
        Instant perhaps = Instant.MaxValue, surely = Instant.MaxValue;
        InputSet? missing = null;

        // What is told of the stretches that reach up to one without a gap: when the first begins, and whether any of them is sure.
        Instant reachedFrom = Instant.MinValue, reachedTo = Instant.MinValue;
        bool isSure = false;
        for (int i = 0; i < stretches.Length && stretches[i].Start < end && surely == Instant.MaxValue; i++)
        {
            BreachStretch stretch = stretches[i];
            bool follows = i > 0 && reachedTo >= stretch.Start;
            (reachedFrom, isSure) = follows ? (reachedFrom, isSure) : (stretch.Start, false);
            if (stretch.Missing is null)
            {
                surely = (follows ? reachedFrom >= start && !isSure : stretch.Start >= start) ? stretch.Start : surely;
                isSure = true;
            }
            else if (stretch.Begin is { } begin ? begin >= start && begin < end : stretch.End > start || (stretch.End == start && i + 1 < stretches.Length && stretches[i + 1].Start == start))
            {
                perhaps = Instant.Min(perhaps, Instant.Max(stretch.Start, start));
                missing = stretch.Missing.Union(missing);
            }

            reachedTo = Instant.Max(reachedTo, stretch.End);
        }

        return Truth.Of(
        [
            new Stretch(Instant.Min(perhaps, surely), surely, missing),
            new Stretch(surely, Instant.MaxValue, null),
        ]);
    }

    /// <summary>In order of time; where it surely is, it is not in doubt as well.</summary>
    private static BreachStretch[] Ordered(IEnumerable<BreachStretch> stretches)
    {
        BreachStretch[] all = [.. stretches];
        IntervalSet sure = IntervalSet.OfSpans(all.Where(stretch => stretch.Missing is null).Select(stretch => new Span(stretch.Start, stretch.End)));
        List<BreachStretch> ordered = [];
        foreach (Span span in sure.Spans)
        {
            ordered.Add(new BreachStretch(span.Start, span.End, null, null));
        }

        foreach (BreachStretch stretch in all.Where(stretch => stretch.Missing is not null))
        {
            foreach (Span span in IntervalSet.OfSpans([new Span(stretch.Start, stretch.End)]).Except(sure).Spans)
            {
                ordered.Add(stretch with { Start = span.Start, End = span.End });
            }
        }

        return [.. ordered.OrderBy(stretch => stretch.Start).ThenBy(stretch => stretch.End)];
    }
}
