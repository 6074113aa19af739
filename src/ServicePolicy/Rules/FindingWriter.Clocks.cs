using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Rules;

/// <content>Limits that run on a clock: a calendar, suspensions, changes of the target (S7, S20).</content>
public ref partial struct FindingWriter
{
    /// <summary>An obligation in elapsed time that stands still while suspended; while a suspension is open nothing is due.</summary>
    public void Limit(Instant from, TimeLimit within, IntervalSet suspended, Occurrence until, [CallerArgumentExpression(nameof(until))] string input = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(suspended);
        if (suspended.Count == 0)
        {
            Limit(from, within, until, input);
            return;
        }

        LimitClock clock = new() { Start = from, Limit = WorkingLimit.Of(within.Length), Suspensions = suspended };
        OnClock(within.WarningPoint is { } own ? clock with { WarningPoint = own } : clock with { WarningPoint = Evaluation.Settings.WarningPoint }, until, input);
    }

    /// <summary>An obligation in the working time, or the working days, of a calendar that the engine's options name.</summary>
    /// <remarks>Indeterminate where the options have no such calendar, or it has no data for a year that the limit runs in.</remarks>
    public void LimitOn(
        string calendar,
        Instant from,
        WorkingLimit within,
        Occurrence until,
        IntervalSet? suspended = null,
        IReadOnlyList<TargetRevision>? revisions = null,
        [CallerArgumentExpression(nameof(until))] string input = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        if (!Evaluation.Settings.Calendars.TryGetValue(calendar ?? string.Empty, out WorkingCalendar? found))
        {
            Indeterminate(from, $"calendar '{calendar}'");
            return;
        }

        OnClock(
            new LimitClock
            {
                Start = from,
                Limit = within,
                Calendar = found,
                Suspensions = suspended ?? IntervalSet.Empty,
                Revisions = revisions ?? [],
                WarningPoint = Evaluation.Settings.WarningPoint,
            },
            until,
            input);
    }

    private void OnClock(LimitClock clock, Occurrence until, string input)
    {
        Instant from = clock.Start;
        if (!Told(from, until, input, out bool done, out Instant doneAt))
        {
            return;
        }

        // Each target holds from its change on, so that what stood before does not change afterwards (S1); what is done has no target any more.
        Instant[] cuts = [from, .. clock.Revisions.Select(revision => revision.At).Where(at => at > from && (!done || at < doneAt)).Distinct().Order()];
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
            if (!clock.TryReadAsOf(cuts[i], out ClockReading reading, out int? year))
            {
                DoubtfulFor(from, $"calendar '{clock.Calendar.Key}' for {year}");
                continue;
            }

            CellParts parts = CellParts.From | CellParts.Limit | (reading.Due is null ? 0 : CellParts.Due) | (done ? CellParts.Done : 0);
            Segments(parts, from, reading.Limit, reading.Warning ?? Instant.MaxValue, reading.Due ?? Instant.MaxValue, done, doneAt);
        }

        (clip, clipped) = (before, clippedBefore);
    }

    private void DoubtfulFor(Instant from, string missing)
    {
        int detail = Evaluation.Unite(doubt, InputSet.Of(missing));
        ref Cell cell = ref Take(from, Instant.MaxValue);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Indeterminate, FindingState.None);
            cell.Detail = detail;
        }
    }
}
