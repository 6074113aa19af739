using NodaTime;
using NodaTime.TimeZones;

namespace ServicePolicy.Time;

/// <summary>Periods of a zone that follow each other without a gap: its days, ISO weeks, fortnights, months, quarters or half-years.</summary>
/// <remarks>
/// Immutable. A period is half-open and begins at the start of a local day, so it is as long as its days are, an hour more or less where clocks change;
/// where midnight comes twice it begins at the first, and where it is skipped, when the day does begin. A day that a zone leaves out has no period. The
/// first and the last period are open to the ends of time, and of days they hold the two or three nearest to them. Finding the period of an instant takes
/// constant time.
/// </remarks>
public sealed class RecurringPeriods
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfYear = 12;

    private const int MostWeeks = 520;

    private static readonly LocalDate AMonday = new(1970, 1, 5);
    private static readonly LocalDate AYear = new(1970, 1, 1);
    private static readonly ZoneLocalMappingResolver StartOfDay =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DateTimeZone zone;
    private readonly LocalDate anchor;
    private readonly int days;
    private readonly int months;
    private readonly int first;
    private readonly int last;

    private RecurringPeriods(DateTimeZone zone, LocalDate anchor, int days, int months)
    {
        ArgumentNullException.ThrowIfNull(zone);
        (this.zone, this.anchor, this.days, this.months) = (zone, anchor, days, months);

        // Two days inside both ends midnight is an instant in every zone.
        (first, last) = (NumberOf(LocalDate.MinIsoValue.PlusDays(2)), NumberOf(LocalDate.MaxIsoValue.PlusDays(-2)));
    }

    /// <summary>The periods of a cadence.</summary>
    public static RecurringPeriods Of(Cadence cadence, DateTimeZone zone) => cadence switch
    {
        Cadence.Daily => OfDays(1, AMonday, zone),
        Cadence.Weekly => OfDays(DaysOfWeek, AMonday, zone),
        Cadence.Monthly => OfMonths(1, zone),
        Cadence.Quarterly => OfMonths(3, zone),
        Cadence.HalfYearly => OfMonths(6, zone),
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "There is no such cadence."),
    };

    /// <summary>Periods of some weeks each, one of which begins on <paramref name="anchor"/>; they go on before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A period is of no week, or of more than 520.</exception>
    public static RecurringPeriods OfWeeks(int weeks, LocalDate anchor, DateTimeZone zone)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MostWeeks);
        return OfDays(DaysOfWeek * weeks, anchor.WithCalendar(CalendarSystem.Iso), zone);
    }

    /// <summary>The period that holds <paramref name="instant"/>.</summary>
    public Interval At(Instant instant) => SpanAt(instant).ToInterval();

    /// <summary>The periods that have an instant in common with <paramref name="window"/>, whole and in order of time; made as they are asked for.</summary>
    public IEnumerable<Interval> Within(Interval window)
    {
        Span within = Span.Of(window);
        if (within.IsEmpty)
        {
            yield break;
        }

        Span period = SpanAt(within.Start);
        yield return period.ToInterval();
        while (period.End < within.End)
        {
            period = SpanAt(period.End);
            yield return period.ToInterval();
        }
    }

    /// <summary>The period that holds an instant; the one after it is at its end.</summary>
    internal Span SpanAt(Instant instant)
    {
        int number = Math.Clamp(NumberOf(DateOf(instant, zone)), first, last);
        Instant start = StartOf(number), end = StartOf(number + 1);

        // Where clocks go back over midnight an instant after the first midnight still has the date of the day before.
        return instant >= end && number < last ? new Span(end, StartOf(number + 2)) : new Span(start, end);
    }

    private static RecurringPeriods OfDays(int days, LocalDate anchor, DateTimeZone zone) => new(zone, anchor, days, 0);

    private static RecurringPeriods OfMonths(int months, DateTimeZone zone) => new(zone, AYear, 0, months);

    private static int Floor(int number, int divisor) => (number - (number % divisor + divisor) % divisor) / divisor;

    private static LocalDate DateOf(Instant instant, DateTimeZone zone)
    {
        // Within a day of the ends of the time axis there need be no local date.
        bool atTheEnd = instant < Instant.MinValue + Duration.FromDays(1) || instant > Instant.MaxValue - Duration.FromDays(1);
        return (atTheEnd ? instant.InUtc() : instant.InZone(zone)).Date;
    }

    private int NumberOf(LocalDate date) => days > 0
        ? Floor(Period.DaysBetween(anchor, date), days)
        : Floor((date.Year - anchor.Year) * MonthsOfYear + date.Month - anchor.Month, months);

    private Instant StartOf(int number)
    {
        if (number <= first || number > last)
        {
            return number <= first ? Instant.MinValue : Instant.MaxValue;
        }

        LocalDate date = days > 0 ? anchor.PlusDays(number * days) : anchor.PlusMonths(number * months);
        return zone.ResolveLocal(date.AtMidnight(), StartOfDay).ToInstant();
    }
}
