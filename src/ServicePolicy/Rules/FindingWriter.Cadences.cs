using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <content>What has to be done once in each period of a calendar, or within the one that something falls in (S16, S19).</content>
public readonly ref partial struct FindingWriter
{
    // The last quarter of a period is at risk (S19).
    private const int Quarters = 4;

    private const Possible PeriodStates = Possible.Nothing | Possible.Pending | Possible.AtRisk | Possible.Met | Possible.Breached;

    // A stretch that is closed longer than this may be cut where the wanted window is.
    private static readonly Duration LongestClosing = Duration.FromDays(100);

    /// <summary>
    /// A duty of each whole period: pending in it, at risk in its last quarter, met from when it is done, breached from the end of the period; what has become of it
    /// stands until the following period ends. It is void from when the duties end, where it is neither done nor late by then.
    /// </summary>
    /// <param name="periods">The periods, in a zone.</param>
    /// <param name="zone">The Id of the zone; null where nobody knows it.</param>
    /// <param name="from">From when there is the duty; the first period is the first that begins no earlier.</param>
    /// <param name="ended">When there is the duty no longer.</param>
    /// <param name="facts">The facts that tell when it was done.</param>
    /// <param name="done">What is to be done in a period: when each thing was done, by each of the facts. There is at least one.</param>
    /// <param name="zoneText">The compiler gives it.</param>
    /// <param name="endedText">The compiler gives it.</param>
    /// <param name="text">The compiler gives it, too.</param>
    public void EachPeriod<T>(
        Func<DateTimeZone, RecurringPeriods> periods,
        string? zone,
        Instant from,
        Occurrence ended,
        IEnumerable<T> facts,
        IEnumerable<Func<T, Occurrence>> done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(ended))] string endedText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (zone is null)
        {
            UnknownZone(from, zoneText);
            return;
        }

        RecurringPeriods calendar = periods(DateTimeZoneProviders.Tzdb[zone]);
        Each(calendar, Periods(calendar, from), ended, AllIn(facts, done), new InputNames(text, endedText));
    }

    /// <summary>As the other, by a cadence.</summary>
    public void EachPeriod<T>(
        Cadence cadence,
        string? zone,
        Instant from,
        Occurrence ended,
        IEnumerable<T> facts,
        IEnumerable<Func<T, Occurrence>> done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(ended))] string endedText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
        where T : class, IFact => EachPeriod(within => RecurringPeriods.Of(cadence, within), zone, from, ended, facts, done, zoneText, endedText, text);

    /// <summary>A duty of each period at whose beginning something is so; void from when that is no longer so.</summary>
    public void EachPeriod<T>(
        Cadence cadence,
        string? zone,
        Truth @while,
        IEnumerable<T> facts,
        IEnumerable<Func<T, Occurrence>> done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
        where T : class, IFact => EachPeriod(cadence, zone, @while, AllIn(facts, done), zoneText, text);

    /// <summary>As the other, where it takes more than to look at the facts one by one: when it is done in a period; what lies outside of it does not count.</summary>
    public void EachPeriod(
        Cadence cadence,
        string? zone,
        Truth @while,
        Func<Interval, Occurrence> done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(@while);
        ArgumentNullException.ThrowIfNull(done);
        if (@while.IsNever)
        {
            return;
        }

        if (zone is null)
        {
            UnknownZone(@while.Stretches[0].Start, zoneText);
            return;
        }

        RecurringPeriods calendar = RecurringPeriods.Of(cadence, DateTimeZoneProviders.Tzdb[zone]);
        InputNames inputs = new(text) { Also = @while.Missing };
        foreach (Span period in Periods(calendar, @while.Stretches[0].Start))
        {
            YesNo isSo = @while.At(period.Start);
            if (isSo != YesNo.No)
            {
                Each(calendar, period, done, @while.EndAfter(period.Start), inputs, isSo == YesNo.Unknown ? InputSet.Of(@while.MissingAt(period.Start)) : null);
            }
        }
    }

    /// <summary>A duty of some days of each year; what has become of it stands until the day after ends.</summary>
    public void OnDays<T>(
        Func<int, IEnumerable<LocalDate>> daysOfYear,
        string? zone,
        Instant from,
        Occurrence ended,
        IEnumerable<T> facts,
        IEnumerable<Func<T, Occurrence>> done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(ended))] string endedText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(daysOfYear);
        if (zone is null)
        {
            UnknownZone(from, zoneText);
            return;
        }

        DateTimeZone within = DateTimeZoneProviders.Tzdb[zone];
        RecurringPeriods calendar = RecurringPeriods.Of(Cadence.Daily, within);
        Span window = Span.Of(WantedWindow);
        int first = window.Start.InUtc().Year - 1, last = window.End.InUtc().Year + 1;
        IEnumerable<Span> days = Enumerable.Range(first, last - first + 1).SelectMany(daysOfYear).Distinct()
            .Select(day => calendar.SpanAt(within.AtStartOfDay(day).ToInstant()))
            .Where(day => day.Start >= from);
        Each(calendar, days, ended, AllIn(facts, done), new InputNames(text, endedText));
    }

    /// <summary>A duty that is due by the end of the period in which it falls; what has become of it stands until the following period ends.</summary>
    public void WithinPeriod(
        Cadence cadence,
        string? zone,
        Instant from,
        Occurrence done,
        [CallerArgumentExpression(nameof(zone))] string zoneText = "",
        [CallerArgumentExpression(nameof(done))] string text = "")
    {
        if (zone is null)
        {
            UnknownZone(from, zoneText);
            return;
        }

        RecurringPeriods calendar = RecurringPeriods.Of(cadence, DateTimeZoneProviders.Tzdb[zone]);
        Span period = calendar.SpanAt(from);
        sink.Stand(Until(calendar, period), DueAtTheEnd(from, period, done, default), new InputNames(text));
    }

    /// <summary>Met from an instant on, and a violation while something is so instead; indeterminate while that is unknown.</summary>
    public void Kept(Instant from, Truth broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        sink.Kept(from, broken);
    }

    /// <summary>While a calendar that the engine's options name is closed, around the wanted window; unknown where nobody knows the calendar.</summary>
    public Truth Closed(string? calendar, [CallerArgumentExpression(nameof(calendar))] string text = "")
    {
        if (calendar == ServicePolicy.Time.Calendars.WorkingCalendar.TwentyFourSeven.Key)
        {
            return Truth.Never;
        }

        Span window = Span.Of(WantedWindow);
        return sink.Closed(calendar, new Span(window.Start.Shift(-LongestClosing), window.End.Shift(LongestClosing)), InputSet.Of(ExpressionText.Read(text).PropertiesOrText));
    }

    /// <summary>When in a period the last of several things was done, each for the first time.</summary>
    private static Func<Interval, Occurrence> AllIn<T>(IEnumerable<T> facts, IEnumerable<Func<T, Occurrence>> done)
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(done);
        EventIndex[] things = [.. done.Select(each => new EventIndex(facts.Select(each)))];
        return period => things.Select(thing => thing.First(period)).Aggregate(static (last, one) => last.And(one));
    }

    private void Each(RecurringPeriods calendar, IEnumerable<Span> periods, Occurrence ended, Func<Interval, Occurrence> done, InputNames inputs)
    {
        foreach (Span period in periods)
        {
            if (ended.HasHappenedBy(period.Start) != YesNo.Yes)
            {
                Each(calendar, period, done, ended, inputs);
            }
        }
    }

    private List<Span> Periods(RecurringPeriods calendar, Instant from)
    {
        Span window = Span.Of(WantedWindow);
        Span period = calendar.SpanAt(Instant.Max(from, window.Start));
        period = period.Start == Instant.MinValue ? period : calendar.SpanAt(period.Start - Duration.Epsilon);
        List<Span> periods = [];
        for (; period.Start < window.End && period.End < Instant.MaxValue; period = calendar.SpanAt(period.End))
        {
            if (period.Start >= from)
            {
                periods.Add(period);
            }
        }

        return periods;
    }

    private void Each(RecurringPeriods calendar, Span period, Func<Interval, Occurrence> done, Occurrence ended, InputNames inputs, InputSet? missing = null)
    {
        Occurrence inPeriod = done(period.ToInterval()).Since(period.Start).By(period.End - Duration.Epsilon);
        sink.Stand(Until(calendar, period), DueAtTheEnd(period.Start, period, inPeriod, ended), inPeriod.IsUnknown ? inputs : inputs.ButFirst, missing);
    }

    private static Span Until(RecurringPeriods calendar, Span period) => new(period.Start, calendar.SpanAt(period.End).End);

    private static Life DueAtTheEnd(Instant from, Span period, Occurrence done, Occurrence ended)
    {
        Instant warn = period.End - ((period.End - period.Start) / Quarters), due = period.End - Duration.Epsilon;
        return new() { From = from, Until = done, Void = ended, FirstWarning = warn, LastWarning = warn, FirstDue = due, LastDue = due };
    }

    private void UnknownZone(Instant from, string text) => sink.Untold(
        from,
        Instant.MaxValue,
        InputSet.Of(ExpressionText.Read(text).PropertiesOrText),
        PeriodStates);
}
