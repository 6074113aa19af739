using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>When what was left on a closed account may be paid.</summary>
internal static class AccountClosureExtensions
{
    // The zones with the earliest and the latest day there is.
    private static readonly DateTimeZone First = DateTimeZone.ForOffset(Offset.FromHours(14));
    private static readonly DateTimeZone Last = DateTimeZone.ForOffset(Offset.FromHours(-12));

    /// <summary>Once it is checked to be refundable, the day of the month after has come and, on a postpaid account, the invoice was shown.</summary>
    public static Occurrence PayableFrom(this AccountClosure closure, AccountKind kind, int day)
    {
        Occurrence checkedSo = closure.BalanceChecked.If(closure.Refundable).And(closure.NextMonth(day));
        return (kind == AccountKind.Postpaid ? checkedSo.And(closure.InvoiceShown) : checkedSo).NotBefore(closure.ClosedAt);
    }

    /// <summary>The end of a day of the month after the closure.</summary>
    public static Occurrence DayAfter(this AccountClosure closure, int day) => closure.NextMonth(day, after: 1);

    /// <summary>The beginning of a day of the month after the closure in the account's zone; where that is unknown, of the zones there are.</summary>
    private static Occurrence NextMonth(this AccountClosure closure, int day, int after = 0) => closure.Zone is { } zone
        ? NextMonth(closure.ClosedAt, DateTimeZoneProviders.Tzdb[zone], day, after)
        : Either(NextMonth(closure.ClosedAt, First, day, after), NextMonth(closure.ClosedAt, Last, day, after));

    // Where the zones are in different months the later month begins last in the zone that is behind.
    private static Occurrence Either(Occurrence first, Occurrence last) => first.Instant <= last.Instant
        ? Occurrence.Between(first.Instant, last.Instant)
        : Occurrence.Between(last.Instant - Duration.FromHours(26), first.Instant + Duration.FromHours(26));

    private static Occurrence NextMonth(Instant closed, DateTimeZone zone, int day, int after)
    {
        LocalDate date = closed.InZone(zone).Date;
        if (date is { Year: 9999, Month: 12 })
        {
            return Occurrence.NotHappened;
        }

        LocalDate month = new LocalDate(date.Year, date.Month, 1).PlusMonths(1);
        int within = Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month));
        return zone.AtStartOfDay(month.PlusDays(within - 1 + after)).ToInstant();
    }
}
