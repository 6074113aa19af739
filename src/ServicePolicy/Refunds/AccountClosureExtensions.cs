using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Refunds;

/// <summary>When what was left on a closed account may be paid.</summary>
internal static class AccountClosureExtensions
{
    // The offsets with the earliest and the latest day there is.
    private static readonly Duration First = Duration.FromHours(14);
    private static readonly Duration Last = Duration.FromHours(-12);

    /// <summary>Once it is checked to be refundable, the day of the month after has come and, on a postpaid account, the invoice was shown.</summary>
    public static Occurrence PayableFrom(this AccountClosure closure, AccountKind kind, int day)
    {
        Occurrence checkedSo = closure.BalanceChecked.If(closure.Refundable).And(closure.NextMonth(day));
        return (kind == AccountKind.Postpaid ? checkedSo.And(closure.InvoiceShown) : checkedSo).NotBefore(closure.ClosedAt);
    }

    /// <summary>The end of a day of the month after the closure.</summary>
    public static Occurrence DayAfter(this AccountClosure closure, int day) => closure.NextMonth(day, after: 1);

    /// <summary>The beginning of a day of the month after the closure in the account's zone; where that is unknown, of the zones there are.</summary>
    private static Occurrence NextMonth(this AccountClosure closure, int day, int after = 0)
    {
        if (closure.Zone is { } id)
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            return NextMonth(closure.ClosedAt.InZone(zone).Date, day, after) is { } date ? zone.AtStartOfDay(date).ToInstant() : Occurrence.NotHappened;
        }

        // Where the closure is in two months, the offset at which it is midnight between them has the earliest day of one and the latest of the other.
        LocalDate first = closure.LocalDate(First), last = closure.LocalDate(Last);
        Duration? turn = first.Month == last.Month ? null : Midnight(first.With(DateAdjusters.StartOfMonth)) - closure.ClosedAt;
        return NextMonth(last, day, after) is { } earliest
            ? Occurrence.Between(Midnight(earliest) - (turn ?? First), NextMonth(first, day, after) is { } latest ? Midnight(latest) - (turn ?? Last) : null)
            : Occurrence.NotHappened;
    }

    private static LocalDate LocalDate(this AccountClosure closure, Duration offset) => closure.ClosedAt.Shift(offset).InUtc().Date;

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();

    /// <summary>The day of the month after a date, or the last one where it has not so many; null where time ends before.</summary>
    private static LocalDate? NextMonth(LocalDate date, int day, int after)
    {
        if (date is { Year: 9999, Month: 12 })
        {
            return null;
        }

        LocalDate month = date.With(DateAdjusters.StartOfMonth).PlusMonths(1);
        return month.PlusDays(Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month)) - 1 + after);
    }
}
