using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <content>What stands only for a stretch of time (S16, S19).</content>
internal partial struct FindingSink
{
    /// <summary>What becomes of a duty, as far as it is within a stretch of time.</summary>
    public void Stand(Span span, in Life life, InputNames inputs)
    {
        (Span before, bool clippedBefore) = (clip, clipped);
        clip = clippedBefore ? new Span(Instant.Max(before.Start, span.Start), Instant.Min(before.End, span.End)) : span;
        clipped = true;
        Live(life, inputs);
        (clip, clipped) = (before, clippedBefore);
    }

    /// <summary>As the other, where it may be that it cannot be told whether there is such a life, for want of those of some inputs that nobody knows.</summary>
    public void Stand(Span span, in Life life, InputNames inputs, InputSet? missing)
    {
        if (missing is null)
        {
            Stand(span, life, inputs);
            return;
        }

        int before = Doubt;
        SetDoubt(Evaluation.Unite(before, Unknown(missing)));
        Stand(span, life, inputs);
        SetDoubt(before);
    }

    /// <summary>Met from an instant on, and a violation while something is so instead.</summary>
    public void Kept(Instant from, Truth broken)
    {
        Truth always = Truth.During(new Interval(from, null));
        Truth violated = always & broken;
        foreach (ref readonly Stretch stretch in violated.Stretches)
        {
            if (stretch.Missing is null)
            {
                Put(FindingKind.Violation, FindingState.None, stretch.Start, stretch.End);
            }
            else
            {
                Perhaps(stretch.Start, stretch.End, Possible.Met | Possible.Violated, Evaluation.Unite(Doubt, Unknown(stretch.Missing)));
            }
        }

        foreach (ref readonly Stretch stretch in (always & !violated).Stretches)
        {
            if (stretch.Missing is null)
            {
                Put(FindingKind.Obligation, FindingState.Met, stretch.Start, stretch.End);
            }
        }
    }

    /// <summary>While a calendar is closed, as far as it reaches into a stretch of time; unknown where nobody knows the calendar, or it has no data.</summary>
    public Truth Closed(string? calendar, Span within, InputSet missing)
    {
        if (calendar is null || !Evaluation.Settings.Calendars.TryGetValue(calendar, out Time.Calendars.WorkingCalendar? found))
        {
            return Truth.UnknownDuring(IntervalSet.All, calendar is null ? missing.Names : [$"calendar '{calendar}'"]);
        }

        if (found.IsAlwaysOpen)
        {
            return Truth.Never;
        }

        Span covered = Span.Of(found.Coverage);
        Span known = new(Instant.Max(covered.Start, within.Start), Instant.Min(covered.End, within.End));
        Truth closed = known.IsEmpty ? Truth.Never : Truth.During(found.OpenIntervals(known.ToInterval()).Complement()).Within(known.ToInterval());
        Truth uncovered = Truth.UnknownDuring(IntervalSet.Of(found.Coverage).Complement(), $"calendar '{calendar}' for other years");
        return closed | uncovered;
    }
}
