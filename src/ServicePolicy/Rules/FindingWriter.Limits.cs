using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Rules;

/// <content>Duties: what is to be done, and by when (S6, S7).</content>
public readonly ref partial struct FindingWriter
{
    /// <summary>An obligation that runs from <paramref name="from"/>, is due at the limit, and is met by <paramref name="until"/>.</summary>
    public void Limit(Instant from, TimeLimit within, Occurrence until, [CallerArgumentExpression(nameof(until))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        sink.Limit(from, within, until, text);
    }

    /// <summary>As the first, from an event on, and void from <paramref name="unless"/> on where it is neither done nor late by then.</summary>
    public void Limit(
        Occurrence from,
        TimeLimit within,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(from))] string fromText = "",
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        sink.Live(Life.Of(sink.Begin(from), within, until, unless), new InputNames(fromText, text, unlessText));
    }

    /// <summary>
    /// An obligation in elapsed time that stands still while suspended; while a suspension is open nothing is due. It is void from <paramref name="unless"/> on, such as
    /// when the matter was cancelled, where it is neither done nor late by then.
    /// </summary>
    public void Limit(
        Instant from,
        TimeLimit within,
        IntervalSet suspended,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(suspended);
        if (suspended.Count == 0 && unless.Kind == OccurrenceKind.NotHappened)
        {
            sink.Limit(from, within, until, text);
        }
        else
        {
            sink.OnClock(sink.ClockOf(from, within, suspended), from, until, unless, new InputNames(text, unlessText));
        }
    }

    /// <summary>An obligation in the working time, or the working days, of a calendar that the engine's options name.</summary>
    /// <remarks>
    /// Where the options have no such calendar, or it has no data for a year that the limit runs in, it is told as far as it is certain: not yet due until the
    /// end of what the calendar covers, and met where done by then. It is void from <paramref name="unless"/> on where it is neither done nor late by then.
    /// </remarks>
    public void LimitOn(
        string? calendar,
        Instant from,
        WorkingLimit within,
        Occurrence until,
        IntervalSet? suspended = null,
        IReadOnlyList<TargetRevision>? revisions = null,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(calendar))] string calendarText = "",
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        sink.LimitOn(calendar, from, within, until, suspended, revisions, unless, new InputNames(text, unlessText, calendarText));
    }

    /// <summary>An obligation from <paramref name="from"/>, at risk from <paramref name="warn"/> on, due at an instant rather than after a time.</summary>
    public void Deadline(
        Occurrence from,
        Instant warn,
        Instant due,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(from))] string fromText = "",
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "") => sink.Live(
            new Life { From = sink.Begin(from), Until = until, Void = unless, FirstWarning = warn, LastWarning = warn, FirstDue = due, LastDue = due },
            new InputNames(fromText, text, unlessText));

    /// <summary>An obligation whose deadline is a time after an event, and at risk a shorter time after it; void from <paramref name="unless"/> on where it is neither done nor late by then.</summary>
    public void Deadline(
        Occurrence from,
        Occurrence warn,
        Occurrence due,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(from))] string fromText = "",
        [CallerArgumentExpression(nameof(warn))] string warnText = "",
        [CallerArgumentExpression(nameof(due))] string dueText = "",
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "") => sink.Live(
            new Life { From = sink.Begin(from), Until = until, Void = unless, FirstWarning = warn.From, LastWarning = warn.To, FirstDue = due.From, LastDue = due.To },
            new InputNames(fromText, text, dueText, unlessText, warnText));

    /// <summary>An obligation without a limit: pending from an event on until it is done, then met; void from <paramref name="unless"/> on where it is not done by then.</summary>
    public void Duty(
        Occurrence from,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(from))] string fromText = "",
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "") => sink.Live(Life.Of(sink.Begin(from), until, unless), new InputNames(fromText, text, unlessText));
}
