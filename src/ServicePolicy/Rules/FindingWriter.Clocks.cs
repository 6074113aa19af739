using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Rules;

/// <content>Limits that begin again: after a reopening, with each message, with each update, with each time agreed (S1, S6, S29).</content>
public readonly ref partial struct FindingWriter
{
    private const string HeldLongest = "longest: ";
    private const string HeldAtDue = "at the moment: ";

    /// <summary>
    /// The limits after reopenings; the first is written by <see cref="Limit(Instant, TimeLimit, IntervalSet, Occurrence, Occurrence, string, string)"/>. Each runs
    /// from its reopening, by a policy; where there is none, it cannot be told what is due.
    /// </summary>
    /// <param name="from">When the first limit began.</param>
    /// <param name="within">The first limit.</param>
    /// <param name="suspended">When the clock stands still.</param>
    /// <param name="until">When it was done first. A reopening of what was not done, or not begun, is none.</param>
    /// <param name="again">The reopenings, in any order.</param>
    /// <param name="policy">Which limit there is then.</param>
    /// <param name="policyName">What to name as missing where there is no policy.</param>
    /// <param name="unless">When the matter was cancelled.</param>
    /// <param name="text">The compiler gives it.</param>
    /// <param name="againText">The compiler gives it, too.</param>
    public void Reopened(
        Instant from,
        TimeLimit within,
        IntervalSet suspended,
        Occurrence until,
        IEnumerable<Reopening> again,
        ReopeningPolicy? policy,
        string policyName,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(again))] string againText = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(suspended);
        ArgumentNullException.ThrowIfNull(again);
        InputNames inputs = new(text, againText);
        Occurrence done = until;
        IntervalSet least = suspended, most = suspended;
        Reopening[] reopenings = [.. again];
        foreach (Reopening reopening in reopenings.Length > 1 ? [.. reopenings.OrderBy(reopening => reopening.At)] : reopenings)
        {
            if (reopening.At < from)
            {
                continue;
            }

            done = done.By(reopening.At);
            if (done.Kind == OccurrenceKind.NotHappened)
            {
                // What was not done was not taken up again: its clock never stopped.
                done = until;
                continue;
            }

            Occurrence begun = Occurrence.At(reopening.At).If(done.MayBeAbsent ? YesNo.Unknown : YesNo.Yes);
            bool isOne = ReferenceEquals(least, most) && done.From == done.To && done.From >= from;
            least = least.Union(IntervalSet.Of(new Span(done.To, reopening.At)));
            most = isOne ? least : most.Union(IntervalSet.Of(new Span(done.From == Instant.MinValue ? done.From : Instant.Max(done.From, from), reopening.At)));
            if (policy is null)
            {
                sink.Untold(reopening.At, Instant.MaxValue, InputSet.Of(policyName), Possible.Ruling);
            }
            else if (policy.OwnLimit is null && !policy.IsAnew)
            {
                LimitClock clock = sink.ClockOf(from, within, least);
                sink.GoesOn(clock, isOne ? clock : sink.ClockOf(from, within, most), begun, reopening.DoneAgain, unless, inputs);
            }
            else
            {
                sink.OnClock(sink.ClockOf(reopening.At, policy.OwnLimit ?? within, suspended), begun, reopening.DoneAgain, unless, inputs);
            }

            (done, until) = (reopening.DoneAgain, reopening.DoneAgain);
        }
    }

    /// <summary>Each message is to be answered within a limit; the first reply after it answers all that came before it. Void from <paramref name="unless"/> on.</summary>
    /// <param name="messages">When messages came, in any order.</param>
    /// <param name="replies">The replies, in any order.</param>
    /// <param name="within">The limit of each message.</param>
    /// <param name="suspended">When the clocks stand still.</param>
    /// <param name="unless">When the matter was closed or cancelled.</param>
    /// <param name="text">The compiler gives it.</param>
    /// <param name="unlessText">The compiler gives it, too.</param>
    public void NextReply(
        IEnumerable<Instant> messages,
        IEnumerable<Occurrence> replies,
        TimeLimit within,
        IntervalSet? suspended = null,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(replies))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "")
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(replies);
        ArgumentNullException.ThrowIfNull(within);
        Occurrence[] answers = [.. replies];
        foreach (Instant message in messages.Distinct())
        {
            Occurrence reply = answers.Aggregate(Occurrence.NotHappened, (first, next) => first.Or(next.Since(message)));
            sink.OnClock(sink.ClockOf(message, within, suspended ?? IntervalSet.Empty), message, reply, unless, new InputNames(text, unlessText));
        }
    }

    /// <summary>Something is to be told at least so often while a matter is open: within a limit of its start, and of each update. Void from <paramref name="until"/> on.</summary>
    /// <param name="from">When the matter began.</param>
    /// <param name="every">The longest time without an update.</param>
    /// <param name="updates">When updates were given, in any order.</param>
    /// <param name="until">When the matter was closed.</param>
    /// <param name="suspended">When the clock stands still.</param>
    /// <param name="text">The compiler gives it.</param>
    public void Updates(
        Instant from,
        TimeLimit every,
        IEnumerable<Instant> updates,
        Occurrence until,
        IntervalSet? suspended = null,
        [CallerArgumentExpression(nameof(until))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(every);
        ArgumentNullException.ThrowIfNull(updates);
        Instant last = from;
        foreach (Occurrence update in updates.Where(update => update > from).Distinct().Order().Select(Occurrence.At).Append(Occurrence.NotHappened))
        {
            if (until.HasHappenedBy(last) == YesNo.Yes)
            {
                return;
            }

            sink.OnClock(sink.ClockOf(last, every, suspended ?? IntervalSet.Empty), last, update, until, new InputNames(text));
            last = update.Instant ?? last;
        }
    }

    /// <summary>Whose time it was when a limit was breached: from the breach on, who had held the matter longest on the clock of the limit, and who held it at the moment, each as a class.</summary>
    /// <param name="calendar">The calendar of the limit, by the key that the engine's options name; 24 × 7 unless given. Where there is none, or it lacks a year, nothing is said: the limit itself names that.</param>
    /// <param name="from">When the limit began.</param>
    /// <param name="within">The limit.</param>
    /// <param name="until">When it was done.</param>
    /// <param name="holdings">To whom the matter came when.</param>
    /// <param name="suspended">When the clock stood still.</param>
    /// <param name="text">The compiler gives it.</param>
    public void Holders(
        string? calendar,
        Instant from,
        WorkingLimit within,
        Occurrence until,
        IEnumerable<Holding> holdings,
        IntervalSet? suspended = null,
        [CallerArgumentExpression(nameof(until))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(holdings);
        if (sink.CalendarOf(calendar ?? WorkingCalendar.TwentyFourSeven.Key) is not { } found)
        {
            return;
        }

        LimitClock clock = new() { Start = from, Limit = within, Calendar = found, Suspensions = suspended ?? IntervalSet.Empty };
        if (!clock.TryReadAsOf(Instant.MaxValue, out ClockReading reading, out _) || reading.Due is not { } due || due == Instant.MaxValue)
        {
            return;
        }

        HeldTime held = HeldTime.Of(clock, holdings, due);
        Occurrence breach = Occurrence.At(due.Next()).If(until.HasHappenedBy(due).Not());
        if (held.Longest is { } longest)
        {
            sink.Put(FindingKind.Classification, breach, Instant.MaxValue, InputNames.In(text), HeldLongest + longest);
            sink.Put(FindingKind.Classification, breach, Instant.MaxValue, InputNames.In(text), HeldAtDue + held.Holder);
        }
    }

    /// <summary>
    /// Something is to be done by the time agreed with the customer last; until one is agreed it is pending. A time that is agreed when the one before is over, or when
    /// it is done, changes nothing.
    /// </summary>
    /// <param name="from">When the duty began.</param>
    /// <param name="agreed">The times agreed, in any order.</param>
    /// <param name="until">When it was done.</param>
    /// <param name="unless">When the matter was cancelled.</param>
    /// <param name="text">The compiler gives it.</param>
    /// <param name="unlessText">The compiler gives it, too.</param>
    public void Agreed(
        Instant from,
        IEnumerable<AgreedTime> agreed,
        Occurrence until,
        Occurrence unless = default,
        [CallerArgumentExpression(nameof(until))] string text = "",
        [CallerArgumentExpression(nameof(unless))] string unlessText = "")
    {
        ArgumentNullException.ThrowIfNull(agreed);
        List<AgreedTime> standing = [];
        foreach (AgreedTime time in agreed.OrderBy(time => time.AgreedAt))
        {
            if ((standing.Count == 0 || time.AgreedAt <= standing[^1].Due) && until.HasHappenedBy(time.AgreedAt) != YesNo.Yes)
            {
                standing.Add(time with { AgreedAt = Instant.Max(time.AgreedAt, from) });
            }
        }

        sink.Agreed(from, standing, until, unless, new InputNames(text, unlessText));
    }
}
