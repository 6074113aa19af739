using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Evaluation;

/// <content>Limits that run on a clock: a calendar, suspensions, changes of the target (S7, S20, S30).</content>
internal partial struct FindingSink
{
    /// <summary>The clock of a limit in elapsed time.</summary>
    public LimitClock ClockOf(Instant from, TimeLimit within, IntervalSet suspended) => new()
    {
        Start = from,
        Limit = WorkingLimit.Of(within.Length),
        Suspensions = suspended,
        WarningPoint = within.WarningPoint ?? Evaluation.Settings.WarningPoint,
    };

    /// <summary>A calendar that the engine's options name.</summary>
    public WorkingCalendar? CalendarOf(string key) => Evaluation.Settings.Calendars.GetValueOrDefault(key);

    public void LimitOn(
        string? calendar,
        Instant from,
        WorkingLimit within,
        Occurrence until,
        IntervalSet? suspended,
        IReadOnlyList<TargetRevision>? revisions,
        Occurrence unless,
        InputNames inputs)
    {
        if (calendar is null || !Evaluation.Settings.Calendars.TryGetValue(calendar, out WorkingCalendar? found))
        {
            // Nobody knows when it is due: some time from the trigger on.
            Live(Someday(from, from, Instant.MaxValue, Instant.MinValue, until, unless), calendar is null ? inputs : inputs with { Third = $"calendar '{calendar}'" });
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
        OnClock(clock, from, until, unless, inputs with { Third = null });
    }

    /// <summary>A duty on a clock, from an event on.</summary>
    public void OnClock(LimitClock clock, Occurrence begun, Occurrence until, Occurrence unless, InputNames inputs)
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
            Clip(target, before, clippedBefore);
            if (clock.TryReadAsOf(cuts[i], out ClockReading reading, out int? year))
            {
                running = ladders is not null && clock.TryCountAsOf(cuts[i], out ClockCount count, out _) ? count : null;
                Live(Read(reading, reading, begun, until, unless), inputs);
                running = null;
            }
            else
            {
                (Instant firstWarning, Instant lastWarning, Instant due) = clock.EarliestAsOf(cuts[i]);
                Live(Someday(begun, firstWarning, lastWarning, due, until, unless), inputs with { Third = $"calendar '{clock.Calendar.Key}' for {year}" });
            }
        }

        (clip, clipped) = (before, clippedBefore);
    }

    /// <summary>A duty that goes on with what is left of an elapsed limit; its clock stood still at least as one clock says, and at most as another.</summary>
    public void GoesOn(LimitClock least, LimitClock most, Occurrence begun, Occurrence until, Occurrence unless, InputNames inputs)
    {
        // Where nothing is left it is due when it goes on.
        ClockReading first = least.Read(), last = ReferenceEquals(least, most) ? first : most.Read();
        running = ladders is not null && ReferenceEquals(least, most) && least.TryCountAsOf(Instant.MaxValue, out ClockCount count, out _) ? count : null;
        Live(Read(first with { Due = Later(first.Due) }, last with { Due = Later(last.Due) }, begun, until, unless), inputs);
        running = null;

        Instant? Later(Instant? due) => due is { } at ? Instant.Max(at, begun.From) : null;
    }

    /// <summary>A duty whose due is that of the time agreed last, one after another.</summary>
    public void Agreed(Instant from, List<AgreedTime> agreed, Occurrence until, Occurrence unless, InputNames inputs)
    {
        if (agreed.Count > 1)
        {
            MarkRepeated(standard, subject);
        }

        (Span before, bool clippedBefore) = (clip, clipped);
        for (int i = -1; i < agreed.Count; i++)
        {
            Clip(new Span(i < 0 ? Instant.MinValue : agreed[i].AgreedAt, i + 1 < agreed.Count ? agreed[i + 1].AgreedAt : Instant.MaxValue), before, clippedBefore);
            if (i < 0)
            {
                Live(Life.Of(from, until, unless), inputs);
                continue;
            }

            (Instant at, Instant due) = (agreed[i].AgreedAt, Instant.Max(agreed[i].AgreedAt, agreed[i].Due));
            Instant warn = at + ClockRun.Share(due - at, Evaluation.Settings.WarningPoint);
            Live(new Life { From = from, Until = until, Void = unless, FirstWarning = warn, LastWarning = warn, FirstDue = due, LastDue = due }, inputs);
        }

        (clip, clipped) = (before, clippedBefore);
    }

    private void Clip(Span target, Span before, bool clippedBefore)
    {
        clip = clippedBefore ? new Span(Instant.Max(before.Start, target.Start), Instant.Min(before.End, target.End)) : target;
        clipped = true;
    }

    private static Life Read(in ClockReading first, in ClockReading last, Occurrence begun, Occurrence until, Occurrence unless) => new()
    {
        From = begun,
        Until = until,
        Void = unless,
        Limit = first.Limit,
        HasLimit = true,
        FirstWarning = first.Warning ?? Instant.MaxValue,
        LastWarning = last.Warning ?? Instant.MaxValue,
        FirstDue = first.Due ?? Instant.MaxValue,
        LastDue = last.Due ?? Instant.MaxValue,
    };

    /// <summary>A duty that is due at some time after an instant, nobody knows when.</summary>
    private static Life Someday(Occurrence from, Instant firstWarning, Instant lastWarning, Instant firstDue, Occurrence until, Occurrence unless) => new()
    {
        From = from,
        Until = until,
        Void = unless,
        FirstWarning = firstWarning,
        LastWarning = lastWarning,
        FirstDue = Instant.Max(from.From, firstDue),
        LastDue = Instant.MaxValue,
    };
}
