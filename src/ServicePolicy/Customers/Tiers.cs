using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Customers;

/// <summary>While a customer is a key customer (CUS-01), and a group a group customer (CUS-02).</summary>
internal sealed class Tiers(CustomerStandards figures)
{
    // No zone is further from UTC than these.
    private static readonly Offset FirstInDay = Offset.FromHours(14), LastInDay = Offset.FromHours(-12);

    /// <summary>By spending, or approved as of a state organ.</summary>
    public Truth Key(Customer c, IReadOnlyList<ICustomerRecord> records) =>
        Truth.During(new Interval(c.KnownSince, null))
        & ((Tenure(c) & Truth.From(c.ContractSigned) & Truth.Until(c.ContractEnded) & GoodCredit(records) & Top(records))
            | (Truth.From(c.Approved) & Truth.Until(c.ApprovalWithdrawn) & Truth.Of(c.StateOrgan)));

    /// <summary>By the case's customer once the host knows that, by the answer of the fact that asks until then.</summary>
    public Truth Key(YesNo answer, IReadOnlyList<ICustomerRecord> records, string text)
    {
        Customer? customer = records.OfType<Customer>().FirstOrDefault();
        Truth told = Truth.Of(answer, text);
        return customer is null ? told : Key(customer, records) | (told & !Truth.During(new Interval(customer.KnownSince, null)));
    }

    /// <summary>While the customer of a case has each tier: a key customer is a VIP, one of the GoTone brand is GoTone, and else the customer is ordinary.</summary>
    /// <returns>Nothing where there is no customer; before the host knew that it may be any.</returns>
    public IEnumerable<(CustomerTier Tier, Truth While)> ByRecords(IReadOnlyList<ICustomerRecord> records)
    {
        if (records.OfType<Customer>().FirstOrDefault() is not { } customer)
        {
            return [];
        }

        Truth before = Truth.UnknownDuring(IntervalSet.Of(new Interval(null, customer.KnownSince)), nameof(Complaint.Tier));
        Truth since = Truth.During(new Interval(customer.KnownSince, null)), key = Key(customer, records);
        Truth goTone = since & !key & Truth.From(customer.GoToneTaken) & Truth.Until(customer.GoToneLeft);
        return [(CustomerTier.Vip, key | before), (CustomerTier.GoTone, goTone | before), (CustomerTier.Ordinary, (since & !key & !goTone) | before)];
    }

    /// <summary>With a file, members, credit, and business or bills in common; or approved.</summary>
    public Truth Group(GroupCustomer g, IReadOnlyList<ICustomerRecord> records) =>
        Truth.During(new Interval(g.KnownSince, null))
        & ((Truth.From(g.FileOpened)
                & Truth.Of(g.Members.IsAtLeast(figures.GroupMembers))
                & GoodCredit(records)
                & (Truth.Of(g.HandledCollectively) | Truth.Of(g.PaidByGroup.IsAnyOf(GroupPayment.All, GroupPayment.Part))))
            | (Truth.From(g.Approved) & Truth.Until(g.ApprovalWithdrawn)));

    /// <summary>While a debt is inside the credit; the usual range is all that is known of a credit that was not set.</summary>
    public Truth InsideCredit(Money owed, IReadOnlyList<ICustomerRecord> records) => OfCredit(
        records,
        credit => Truth.Of(Inside(owed, credit?.Limit), nameof(CreditRecord.Limit)));

    private YesNo Inside(Money owed, Money? limit) =>
        limit is { } set ? (owed.Currency == set.Currency ? (owed.Amount <= set.Amount).ToYesNo() : YesNo.Unknown)
        : owed.Currency != figures.LeastCredit.Currency ? YesNo.Unknown
        : owed.Amount <= figures.LeastCredit.Amount ? YesNo.Yes
        : owed.Amount > figures.MostCredit.Amount ? YesNo.No
        : YesNo.Unknown;

    private static Truth GoodCredit(IReadOnlyList<ICustomerRecord> records) => OfCredit(
        records,
        credit => credit is null ? Truth.Of(YesNo.Unknown, nameof(CreditRecord)) : Truth.Of(credit.Good));

    /// <summary>Each credit stands until the next; before the first there is none.</summary>
    private static Truth OfCredit(IReadOnlyList<ICustomerRecord> records, Func<CreditRecord?, Truth> isSo)
    {
        CreditRecord[] credits = [.. records.OfType<CreditRecord>()];
        Truth before = isSo(null).Within(new Interval(null, credits.Length == 0 ? null : credits[0].From));
        return credits.Select((credit, i) => isSo(credit).Within(new Interval(credit.From, i + 1 < credits.Length ? credits[i + 1].From : null)))
            .Aggregate(before, (any, one) => any | one);
    }

    private Truth Top(IReadOnlyList<ICustomerRecord> records)
    {
        SpendingRank[] ranks = [.. records.OfType<SpendingRank>()];
        IntervalSet ranked = IntervalSet.Of(ranks.Select(rank => new Interval(rank.RankedAt, rank.Until)));
        return ranks.Aggregate(
            Truth.UnknownDuring(ranked.Complement(), nameof(SpendingRank)),
            (any, rank) => any | Truth.Of(IsTop(rank.Rank, rank.ContractedCustomers)).Within(new Interval(rank.RankedAt, rank.Until)));
    }

    private YesNo IsTop(int? rank, int? customers) =>
        customers is { } all && (rank ?? 1) > all * figures.TopShare ? YesNo.No
        : rank is null || customers is null ? YesNo.Unknown
        : YesNo.Yes;

    /// <summary>The months on the network begin with joining, and anew with the end of each break.</summary>
    private Truth Tenure(Customer c) => c.OffNetwork.Aggregate(
        Truth.From(Later(c.Joined, c.Zone), "(c.Joined, c.Zone)"),
        (tenured, off) => tenured & !Truth.During(new Interval(off.HasStart ? off.Start : null, null))
            | (tenured & (off.HasEnd ? Truth.From(Later(Occurrence.At(off.End), c.Zone), "c.Zone") : Truth.Never)));

    private Occurrence Later(Occurrence start, string? zone)
    {
        if (start.Kind == OccurrenceKind.NotHappened || figures.TenureMonths == 0)
        {
            return start;
        }

        (Instant from, Instant to) = zone is not null
            ? (Later(start.From, new LocalClock(zone).DateOf, date => LocalClock.StartOf(date, zone).From), Later(start.To, new LocalClock(zone).DateOf, date => LocalClock.StartOf(date, zone).From))
            : (Later(start.From, at => at.WithOffset(LastInDay).Date, date => date.AtMidnight().WithOffset(FirstInDay).ToInstant()),
                Later(start.To, at => at.WithOffset(FirstInDay).Date, date => date.AtMidnight().WithOffset(LastInDay).ToInstant()));
        return Occurrence.Range(Instant.Max(from, start.From), Instant.Max(to, start.To), start.MayBeAbsent);
    }

    /// <summary>The beginning of the day that is the months later; at the ends of time there is no such day.</summary>
    private Instant Later(Instant at, Func<Instant, LocalDate> dateOf, Func<LocalDate, Instant> startOf)
    {
        Duration margin = Duration.FromDays(31 * (figures.TenureMonths + 1));
        return at < Instant.MinValue + margin || at > Instant.MaxValue - margin ? at : startOf(dateOf(at).PlusMonths(figures.TenureMonths));
    }
}
