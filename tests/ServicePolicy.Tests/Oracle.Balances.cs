using NodaTime;
using ServicePolicy.Refunds;

namespace ServicePolicy.Tests;

/// <content>Closed accounts and damaged cards: RFD-08 to 10.</content>
internal sealed partial class Oracle
{
    private static readonly (string Standard, AccountKind Kind)[] Closures = [("RFD-08", AccountKind.Postpaid), ("RFD-09", AccountKind.Prepaid)];

    private IEnumerable<Verdict> Balances(AccountClosure f, Instant t)
    {
        foreach ((string standard, AccountKind kind) in Closures.Where(closure => t >= f.ClosedAt && (f.Kind == closure.Kind || f.Kind == AccountKind.Unknown)))
        {
            // After closure the balance is checked as refundable; before it is payable, paying is refused.
            string[] doubts = If(f.Kind == AccountKind.Unknown, "Kind");
            yield return Duty(standard, f, t, doubts, (f.BalanceChecked, "BalanceChecked"));
            YesNo payable = Payable(f, t);
            string[] missing = payable == YesNo.Unknown ? Missing(f) : payable == YesNo.Yes ? If(f.Refundable == YesNo.Unknown, "Refundable") : [];
            yield return doubts.Length + missing.Length > 0 ? Verdict.Missing(standard, f, [.. doubts, .. missing])
                : payable == YesNo.Yes ? Owed(standard, f, t)
                : new Verdict(standard, f, FindingKind.Prohibition);

            // Once, and no more than the balance.
            decimal[] paid = [.. Paid(f, t)];
            if (paid.Length > 0 && paid.Sum() >= f.Balance.Amount)
            {
                yield return new Verdict(standard, f, FindingKind.Prohibition);
            }

            (Instant At, decimal Amount)[] payments =
            [
                .. Facts<BalancePayment>().Where(payment => payment.ClosureId == f.Id).SelectMany(payment => Moves(payment.PaidAt, payment.Returned, payment.Amount.Amount, f.ClosedAt)),
            ];
            decimal excess = Beyond(payments, at => Payable(f, at) == YesNo.Yes && f.Refundable == YesNo.Yes ? f.Balance.Amount : 0, t);
            if (excess > 0)
            {
                yield return new Verdict("RFD-11", f, FindingKind.Violation, amount: excess);
            }

            // Of a balance that moves the customer is told on which day.
            if (kind == AccountKind.Prepaid && f.Refundable != YesNo.No && f.Balance.Amount > 0)
            {
                yield return Duty(standard, f, t, [.. doubts, .. If(f.Refundable == YesNo.Unknown, "Refundable")], (f.CustomerTold, "CustomerTold"));
            }

            foreach (BalancePayment payment in Facts<BalancePayment>().Where(payment => payment.ClosureId == f.Id && payment.PaidAt <= t))
            {
                IEnumerable<(YesNo, string)> grounds = [(Payable(f, payment.PaidAt).Not(), string.Join(", ", Missing(f))), .. kind == AccountKind.Prepaid ? Astray(payment) : []];
                foreach (Verdict wrong in Wrongs(standard, f, doubts, grounds))
                {
                    yield return wrong;
                }
            }
        }
    }

    private Verdict Owed(string standard, AccountClosure f, Instant t)
    {
        decimal paid = Paid(f, t).Sum();
        return paid >= f.Balance.Amount
            ? new Verdict(standard, f, FindingKind.Entitlement, FindingState.Paid, f.Balance.Amount)
            : new Verdict(standard, f, FindingKind.Entitlement, FindingState.Owed, f.Balance.Amount - paid);
    }

    private IEnumerable<decimal> Paid(AccountClosure f, Instant t) =>
        Facts<BalancePayment>().Where(payment => payment.ClosureId == f.Id && payment.PaidAt <= t && !(payment.Returned.Instant <= t)).Select(payment => payment.Amount.Amount);

    // From the first of the next month in the account's zone, after a check that it is refundable; postpaid, with the top-up invoice.
    private static YesNo Payable(AccountClosure f, Instant t) =>
        t < f.ClosedAt
        || f.Refundable == YesNo.No
        || f.BalanceChecked.HasHappenedBy(t) == YesNo.No
        || (f.Kind == AccountKind.Postpaid && f.InvoiceShown.HasHappenedBy(t) == YesNo.No)
        || (f.Zone is { } zone && t < NextMonth(f.ClosedAt, zone)) ? YesNo.No
        : Missing(f).Length > 0 ? YesNo.Unknown
        : YesNo.Yes;

    private static string[] Missing(AccountClosure f) =>
    [
        .. If(f.BalanceChecked.IsUnknown, "BalanceChecked"),
        .. If(f.Kind == AccountKind.Postpaid && f.InvoiceShown.IsUnknown, "InvoiceShown"),
        .. If(f.Zone is null, "Zone"),
    ];

    private static Instant NextMonth(Instant closed, string id)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
        LocalDate date = closed.InZone(zone).Date;
        return new LocalDate(date.Year, date.Month, 1).PlusMonths(1).AtStartOfDayInZone(zone).ToInstant();
    }

    // RFD-09: the balance moves to exactly one named, active number of the operator.
    private IEnumerable<(YesNo IsWrong, string Name)> Astray(BalancePayment f)
    {
        BalancePayment? first = Facts<BalancePayment>().Where(other => other.ClosureId == f.ClosureId && other.ToNumber.Exists == YesNo.Yes).MinBy(other => (other.PaidAt, other.Id));
        return
        [
            (f.ToNumber.Exists.Not(), "ToNumber"),
            (f.NumberIsActive.Not(), "NumberIsActive"),
            (f.NumberIsOurs.Not(), "NumberIsOurs"),
            (Answer(f.ToNumber.Exists == YesNo.Yes && f.ToNumber != first!.ToNumber), string.Empty),
        ];
    }

    // RFD-10: a card whose code was damaged by scratching is exchanged free of charge.
    private static IEnumerable<Verdict> Exchanged(DamagedCard f, Instant t)
    {
        if (t < f.BroughtAt || f.DamagedByScratching == YesNo.No)
        {
            yield break;
        }

        string[] doubts = If(f.DamagedByScratching == YesNo.Unknown, "DamagedByScratching");
        yield return Duty("RFD-10", f, t, doubts, (f.Exchanged, "Exchanged"));
        if (f.Fee is { Amount: > 0 } && Never("RFD-10", f, t, doubts, f.Exchanged, "Exchanged") is { } charged)
        {
            yield return charged;
        }
    }
}
