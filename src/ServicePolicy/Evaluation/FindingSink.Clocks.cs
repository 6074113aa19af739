using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Evaluation;

/// <content>Limits that run on a clock: a calendar, suspensions, changes of the target (S7, S20, S30).</content>
internal partial struct FindingSink
{
    public void LimitSuspended(Instant from, TimeLimit within, IntervalSet suspended, Occurrence until, string text)
    {
        LimitClock clock = new() { Start = from, Limit = WorkingLimit.Of(within.Length), Suspensions = suspended, WarningPoint = within.WarningPoint ?? Evaluation.Settings.WarningPoint };
        OnClock(clock, until, InputNames.In(text));
    }

    public void LimitOn(
        string? calendar,
        Instant from,
        WorkingLimit within,
        Occurrence until,
        IntervalSet? suspended,
        IReadOnlyList<TargetRevision>? revisions,
        string calendarText,
        string text)
    {
        if (calendar is null || !Evaluation.Settings.Calendars.TryGetValue(calendar, out WorkingCalendar? found))
        {
            // Nobody knows when it is due: some time from the trigger on.
            InputNames inputs = calendar is null ? InputNames.In(calendarText, text) : new InputNames($"calendar '{calendar}'", text);
            Live(Someday(from, from, Instant.MinValue, until, default), inputs);
            return;
        }

        LimitClock clock = new()
        {
            Start = from,
            Limit = within,
            Calendar = found,
            Suspensions = suspended ?? IntervalSet.Empty,
            Revisions = revisions ?? [],
            WarningPoint = Evaluation.Settings.WarningPoint,
        };
        OnClock(clock, until, InputNames.In(text));
    }

    private void OnClock(LimitClock clock, Occurrence until, InputNames inputs)
    {
        // Each target holds from its change on, so that what stood before does not change afterwards (S1); what is surely done has no target any more.
        Instant from = clock.Start;
        Instant[] cuts = [from, .. clock.Revisions.Select(revision => revision.At).Where(at => at > from && (until.MayBeAbsent || at < until.To)).Distinct().Order()];
        if (cuts.Length > 1)
        {
            // A change of target need not change what is decided.
            MarkRepeated(standard, subject);
        }

        (Span before, bool clippedBefore) = (clip, clipped);
        for (int i = 0; i < cuts.Length; i++)
        {
            Span target = new(i == 0 ? Instant.MinValue : cuts[i], i + 1 < cuts.Length ? cuts[i + 1] : Instant.MaxValue);
            clip = clippedBefore ? new Span(Instant.Max(before.Start, target.Start), Instant.Min(before.End, target.End)) : target;
            clipped = true;
            if (clock.TryReadAsOf(cuts[i], out ClockReading reading, out int? year))
            {
                running = ladders is not null && clock.TryCountAsOf(cuts[i], out ClockCount count, out _) ? count : null;
                Life life = new()
                {
                    From = from,
                    Until = until,
                    Limit = reading.Limit,
                    HasLimit = true,
                    FirstWarning = reading.Warning ?? Instant.MaxValue,
                    LastWarning = reading.Warning ?? Instant.MaxValue,
                    FirstDue = reading.Due ?? Instant.MaxValue,
                    LastDue = reading.Due ?? Instant.MaxValue,
                };
                Live(life, inputs);
                running = null;
            }
            else
            {
                (Instant warning, Instant due) = clock.EarliestAsOf(cuts[i]);
                Live(Someday(from, warning, due, until, default), inputs with { Third = $"calendar '{clock.Calendar.Key}' for {year}" });
            }
        }

        (clip, clipped) = (before, clippedBefore);
    }

    /// <summary>A duty that is due at some time after an instant, nobody knows when.</summary>
    private static Life Someday(Instant from, Instant firstWarning, Instant firstDue, Occurrence until, Occurrence unless) => new()
    {
        From = from,
        Until = until,
        Void = unless,
        FirstWarning = firstWarning,
        LastWarning = Instant.MaxValue,
        FirstDue = Instant.Max(from, firstDue),
        LastDue = Instant.MaxValue,
    };
}
