using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Working hours in a time zone, with holidays and make-up working days, and the arithmetic of working time on them.</summary>
/// <remarks>
/// <para>Immutable and safe for any number of threads. Everything is exact to the nanosecond and independent of the machine's clock, zone and culture.</para>
/// <para>
/// One rule for ranges: from the first instant up to but not including the second. A range of no length has no working time; a reversed one is
/// an <see cref="ArgumentException"/>; one that needs a year without data is a <see cref="CalendarCoverageException"/>, or
/// <see langword="false"/> from the method that begins with Try; a search of a calendar without any working time is a
/// <see cref="CalendarNeverOpensException"/>, and that always.
/// </para>
/// <para>
/// A timetable of the years covered is made when first needed, once; from then on each operation is O(log n) in the number of windows
/// covered, whatever the length of the range. A calendar that is always open needs none.
/// </para>
/// </remarks>
public sealed partial class WorkingCalendar
{
    private readonly OpenTime time;
    private readonly DayPlan? plan;

    private WorkingCalendar(string key, DateTimeZone zone, OpenTime time, DayPlan? plan) => (Key, Zone, this.time, this.plan) = (key, zone, time, plan);

    /// <summary>Open at every instant, with days that begin at midnight UTC; its key is <c>24x7</c>.</summary>
    public static WorkingCalendar TwentyFourSeven { get; } = AlwaysOpen("24x7", DateTimeZone.Utc);

    /// <summary>The key by which facts and messages name the calendar.</summary>
    public string Key { get; }

    /// <summary>The zone of its dates and times.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The instants that it has data for.</summary>
    /// <remarks>
    /// Whole years, except that the first year begins where the longest window of its eve could end: whether the eve was a holiday is not
    /// known. What a window of the last day has after the end of its year is not covered either. Both ends are open where all time is covered.
    /// </remarks>
    public Interval Coverage => time.Coverage.ToInterval();

    /// <summary>Whether it is open at every instant, so that its working time is elapsed time.</summary>
    public bool IsAlwaysOpen => plan is null;

    /// <summary>Makes the calendar that <paramref name="definition"/> describes.</summary>
    /// <exception cref="CalendarDefinitionException">The definition has mistakes; the exception lists them all.</exception>
    public static WorkingCalendar Create(CalendarDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        IReadOnlyList<PolicyBuildError> errors = DefinitionChecks.Of(definition);
        if (errors.Count > 0)
        {
            throw new CalendarDefinitionException(errors);
        }

        DefinedDays plan = new(definition);
        return new WorkingCalendar(definition.Key, definition.Zone, new ScheduledTime(definition, plan), plan);
    }

    /// <summary>A calendar open at every instant of all time, whose days are those of <paramref name="zone"/>.</summary>
    public static WorkingCalendar AlwaysOpen(string key, DateTimeZone zone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(zone);
        return new WorkingCalendar(key, zone, new RoundTheClock(zone), null);
    }

    /// <summary>Whether <paramref name="instant"/> is in working time; O(log n).</summary>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the instant.</exception>
    public bool IsOpen(Instant instant) => TryIsOpen(instant, out bool open, out int? year) ? open : throw Uncovered(year);

    /// <summary>The first instant at or after <paramref name="instant"/> that is in working time; O(log n).</summary>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the instant, or there is no opening before the end of the data.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public Instant NextOpening(Instant instant) => TryNextOpening(instant, out Instant opening, out int? year) ? opening : throw Uncovered(year);

    /// <summary>The working time from <paramref name="from"/> to <paramref name="to"/>; O(log n).</summary>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="CalendarCoverageException">There is no data for a year of the range.</exception>
    public Duration Elapsed(Instant from, Instant to) => TryElapsed(from, to, out Duration elapsed, out int? year) ? elapsed : throw Uncovered(year);

    /// <summary>The first instant at which the working time from <paramref name="from"/> on reaches <paramref name="working"/>; O(log n).</summary>
    /// <remarks>Nothing added to an instant is that instant. Eight hours from the opening at 09:00 are over at the closing at 17:00, not at the next opening.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="working"/> is negative.</exception>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the instant, or too little working time before the end of the data.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public Instant Add(Instant from, Duration working) => TryAdd(from, working, out Instant reached, out int? year) ? reached : throw Uncovered(year);

    /// <summary>The last instant from which on there are <paramref name="working"/> of working time up to <paramref name="deadline"/>: when to start at the latest; O(log n).</summary>
    /// <remarks>
    /// The inverse of <see cref="Add"/>: from there the working time is used up at the deadline or, where the calendar is closed just before that,
    /// at the last closing before it. Nothing to be done by a deadline may start at the deadline. Eight hours up to the closing at 17:00 start at
    /// the opening at 09:00, not at the closing before.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="working"/> is negative.</exception>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the deadline, or too little working time since the beginning of the data.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public Instant LatestStart(Instant deadline, Duration working) => TryLatestStart(deadline, working, out Instant start, out int? year) ? start : throw Uncovered(year);

    /// <summary>The close of business on the <paramref name="days"/>-th working day after the day of <paramref name="trigger"/>; O(log n).</summary>
    /// <remarks>
    /// The day of the trigger is its date in the calendar's zone, open or not. A working day is a date on which a window starts; it closes
    /// when the last of its windows ends, which is on the next date for a window over midnight.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than one.</exception>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the trigger, or too few working days before the end of the data.</exception>
    /// <exception cref="CalendarNeverOpensException">The calendar has no working time.</exception>
    public Instant AddWorkingDays(Instant trigger, int days) =>
        TryAddWorkingDays(trigger, days, out Instant close, out int? year) ? close : throw Uncovered(year);

    /// <summary>The working time in <paramref name="window"/>; linear in the result.</summary>
    /// <exception cref="CalendarCoverageException">There is no data for a year of the window. An open end has no data unless the calendar is always open.</exception>
    public IntervalSet OpenIntervals(Interval window) => TryOpenIntervals(window, out IntervalSet? open, out int? year) ? open : throw Uncovered(year);

    /// <summary>Whether a window starts on <paramref name="date"/>; O(log n).</summary>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the date.</exception>
    public bool IsWorkingDay(LocalDate date) => TryIsWorkingDay(date, out bool working, out int? year) ? working : throw Uncovered(year);

    /// <summary>The windows that start on <paramref name="date"/>, after all exceptions, in order of time.</summary>
    /// <exception cref="CalendarCoverageException">There is no data for the year of the date.</exception>
    public IReadOnlyList<OpeningWindow> WindowsOn(LocalDate date) =>
        UncoveredYear(date) is { } year ? throw Uncovered(year) : On(date);

    /// <summary>The key.</summary>
    public override string ToString() => Key;

    private CalendarCoverageException Uncovered(int? year) => new(Key, year ?? time.YearAfter);
}
