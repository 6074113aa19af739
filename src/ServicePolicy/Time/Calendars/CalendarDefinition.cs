using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>What a working calendar is made of; <see cref="WorkingCalendar.Create"/> checks it as a whole.</summary>
/// <remarks>
/// What a date is, in this order: an exceptional opening, a make-up day, a holiday, a day of the week. A date may be a holiday and an
/// exceptional opening, and a holiday may be named twice; any other date that is two things at once is a mistake. Where windows of different
/// dates overlap through a make-up day or an exceptional opening, the time counts once. A hall's own hours on a day that others have settled,
/// such as a national make-up day, come by <see cref="OpenOn"/> and <see cref="ClosedOn"/>, which put the date in place of what it was.
/// </remarks>
public sealed record CalendarDefinition
{
    /// <summary>The most years that a calendar can cover: its timetable is kept in memory.</summary>
    public const int MaxYears = 200;

    /// <summary>The key by which facts and messages name the calendar.</summary>
    public required string Key { get; init; }

    /// <summary>The zone of all dates and times.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The first year whose holidays are known.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last year whose holidays are known.</summary>
    public required int LastYear { get; init; }

    /// <summary>The years whose public holidays are known, where there is a source of them: a year that is covered and not among them is a mistake, not a year without holidays.</summary>
    /// <value><see langword="null"/> where all years covered are known by themselves, as of a hall that keeps no public holidays.</value>
    public IReadOnlyCollection<int>? HolidayYears { get; init; }

    /// <summary>The windows of each day of the week.</summary>
    public required WeeklyHours Week { get; init; }

    /// <summary>The hours of make-up days that name no day of the week.</summary>
    /// <value><see langword="null"/> for the hours that all open days from Monday to Friday share.</value>
    public IReadOnlyList<OpeningWindow>? OrdinaryHours { get; init; }

    /// <summary>The dates on which no window starts.</summary>
    public IReadOnlyCollection<LocalDate> Holidays { get; init; } = [];

    /// <summary>The days that are worked in place of others.</summary>
    public IReadOnlyCollection<MakeUpDay> MakeUpDays { get; init; } = [];

    /// <summary>The dates with windows of their own.</summary>
    public IReadOnlyCollection<ExceptionalOpening> Openings { get; init; } = [];

    /// <summary>What the edge of a window is when its local time occurs twice.</summary>
    public RepeatedTime RepeatedTimes { get; init; }

    /// <summary>This definition with one more year, whose public holidays and make-up days are now known; the years that it covers reach to it.</summary>
    /// <remarks>
    /// For a year beyond the data of the library, once its notice is out. Dates that are something else already become what they are here, for a
    /// notice may change the last days of the year before; exceptional openings stay.
    /// </remarks>
    /// <param name="year">The year.</param>
    /// <param name="holidays">Its holidays, at least one: a year without any has no data.</param>
    /// <param name="makeUpDays">Its make-up days.</param>
    /// <exception cref="ArgumentException">There is no holiday in the year, or a date is neither of the year nor of December before it.</exception>
    public CalendarDefinition WithYear(int year, IEnumerable<LocalDate> holidays, params IEnumerable<MakeUpDay> makeUpDays)
    {
        (LocalDate[] off, MakeUpDay[] work) = ([.. holidays], [.. makeUpDays]);
        if (off.All(date => date.Year != year))
        {
            throw new ArgumentException(FormattableString.Invariant($"There is no holiday in {year}. Give its holidays: a year without data is not one without holidays."), nameof(holidays));
        }

        foreach (LocalDate date in off.Concat(work.Select(day => day.Date)).Where(date => !IsOfNotice(date, year)))
        {
            throw new ArgumentException(FormattableString.Invariant($"{date:uuuu-MM-dd} is neither in {year} nor in December before it. Give it with its own year."));
        }

        int[] known = [.. HolidayYears ?? Enumerable.Range(FirstYear, LastYear - FirstYear + 1), year];
        return Over(off, work) with { FirstYear = Math.Min(FirstYear, year), LastYear = Math.Max(LastYear, year), HolidayYears = [.. known.Distinct().Order()] };
    }

    /// <summary>This definition with <paramref name="dates"/> closed, whatever they were: a hall closed on a national make-up day.</summary>
    public CalendarDefinition ClosedOn(params IEnumerable<LocalDate> dates)
    {
        LocalDate[] closed = [.. dates];
        return Over(closed, []) with { Openings = [.. Openings.Where(opening => !closed.Contains(opening.Date))] };
    }

    /// <summary>This definition with <paramref name="windows"/> on <paramref name="date"/>, whatever it was: a hall's own hours on a national make-up day.</summary>
    public CalendarDefinition OpenOn(LocalDate date, params IEnumerable<OpeningWindow> windows) => this with
    {
        MakeUpDays = [.. MakeUpDays.Where(day => day.Date != date)],
        Openings = [.. Openings.Where(opening => opening.Date != date), new ExceptionalOpening(date, [.. windows])],
    };

    /// <summary>Whether the yearly notice of a year can speak of a date: of the year itself, or of the last days of the year before.</summary>
    internal static bool IsOfNotice(LocalDate date, int year) => date.Year == year || (date.Year == year - 1 && date.Month == 12);

    /// <summary>With holidays and make-up days that go before those there are.</summary>
    internal CalendarDefinition Over(IReadOnlyCollection<LocalDate> holidays, IReadOnlyCollection<MakeUpDay> makeUpDays)
    {
        HashSet<LocalDate> off = [.. holidays], work = [.. makeUpDays.Select(day => day.Date)];
        return this with
        {
            Holidays = [.. Holidays.Where(date => !work.Contains(date)), .. holidays],
            MakeUpDays = [.. MakeUpDays.Where(day => !off.Contains(day.Date) && !work.Contains(day.Date)), .. makeUpDays],
        };
    }
}
