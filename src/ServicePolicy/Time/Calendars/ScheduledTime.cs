using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Open at the windows of a definition, in the years it covers; the timetable is made once, when it is first needed.</summary>
internal sealed class ScheduledTime : OpenTime
{
    private readonly string key;
    private readonly DayPlan plan;
    private readonly LocalDate first, last;
    private readonly Lazy<Timetable> timetable;

    public ScheduledTime(CalendarDefinition definition, DefinedDays plan)
        : this(definition.Key, plan, definition.FirstYear, definition.LastYear, new Span(
            plan.Resolve(new LocalDate(definition.FirstYear, 1, 1), plan.LongestTail),
            plan.Resolve(new LocalDate(definition.LastYear, 12, 31), NodaConstants.NanosecondsPerDay)))
    {
    }

    public ScheduledTime(string key, DayPlan plan, int firstYear, int lastYear, Span coverage)
    {
        (this.key, this.plan, Coverage) = (key, plan, coverage);
        (first, last) = (new LocalDate(firstYear, 1, 1), new LocalDate(lastYear, 12, 31));
        timetable = new Lazy<Timetable>(() => new Timetable(plan, first, last, Coverage));
    }

    public override Span Coverage { get; }

    public override int FirstYear => first.Year;

    public override int LastYear => last.Year;

    public override bool IsOpen(Instant instant) => timetable.Value.IsOpen(timetable.Value.Offset(instant));

    public override bool TryNextOpening(Instant instant, out Instant opening)
    {
        Timetable table = Opening();
        long? next = table.NextOpening(table.Offset(instant));
        opening = next is { } offset ? table.At(offset) : default;
        return next is not null;
    }

    public override Duration Elapsed(Instant from, Instant to)
    {
        Timetable table = timetable.Value;
        return Duration.FromNanoseconds(table.WorkedUntil(table.Offset(to)) - table.WorkedUntil(table.Offset(from)));
    }

    public override bool TryAdd(Instant from, Duration working, out Instant reached)
    {
        reached = from;
        if (working == Duration.Zero)
        {
            return true;
        }

        Timetable table = Opening();
        long worked = table.WorkedUntil(table.Offset(from));
        if (working > Duration.FromNanoseconds(table.Total - worked))
        {
            return false;
        }

        reached = table.At(table.Reaching(worked + working.ToInt64Nanoseconds()));
        return true;
    }

    public override bool TrySubtract(Instant deadline, Duration working, out Instant start)
    {
        start = deadline;
        if (working == Duration.Zero)
        {
            return true;
        }

        Timetable table = Opening();
        long worked = table.WorkedUntil(table.Offset(deadline));
        if (working > Duration.FromNanoseconds(worked))
        {
            return false;
        }

        start = table.At(table.LastWith(worked - working.ToInt64Nanoseconds()));
        return true;
    }

    public override bool IsWorkingDay(LocalDate date) => timetable.Value.IsWorkingDay(Number(date));

    public override bool TryAddWorkingDays(Instant from, int days, out Instant close)
    {
        Timetable table = Opening();
        close = table.CloseAfter(Number(from.InZone(plan.Zone).Date), days) is { } offset ? table.At(offset) : Instant.MaxValue;
        return close <= Coverage.End;
    }

    public override bool TryWorkingDay(Instant from, int days, out LocalDate day)
    {
        int? found = Opening().WorkingDayAfter(Number(from.InZone(plan.Zone).Date), days);
        day = first.PlusDays(found ?? 0);
        return found is not null;
    }

    public override IntervalSet Within(Span span)
    {
        Timetable table = timetable.Value;
        List<Span> open = [];
        for (int index = table.FirstClosingAfter(table.Offset(span.Start)); index < table.Count && table.Stretch(index) is var stretch && stretch.Start < span.End; index++)
        {
            open.Add(new Span(Instant.Max(stretch.Start, span.Start), Instant.Min(stretch.End, span.End)));
        }

        return IntervalSet.OfSpans(open);
    }

    public override int? UncoveredYear(Instant instant) =>
        instant < Coverage.Start ? instant == Instant.MinValue ? first.Year - 1 : Math.Min(LocalYear(instant), first.Year - 1)
        : instant > Coverage.End ? instant == Instant.MaxValue ? last.Year + 1 : Math.Max(LocalYear(instant), last.Year + 1)
        : null;

    private Timetable Opening() => timetable.Value is { IsNeverOpen: false } table ? table : throw new CalendarNeverOpensException(key);

    private int Number(LocalDate date) => Period.DaysBetween(first, date);

    private int LocalYear(Instant instant)
    {
        // Within a day of the ends of the time axis there need be no local time.
        bool atTheEnd = instant < Instant.MinValue + Duration.FromDays(1) || instant > Instant.MaxValue - Duration.FromDays(1);
        return (atTheEnd ? instant.InUtc() : instant.InZone(plan.Zone)).Year;
    }
}
