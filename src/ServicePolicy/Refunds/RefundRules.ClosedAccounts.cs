using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Refunds;

/// <content>What was left on closed accounts (RFD-08, RFD-09).</content>
public sealed partial class RefundRules
{
    private void ClosedAccounts(RefundStandards figures)
    {
        Balance("RFD-08", AccountKind.Postpaid, figures.PostpaidDay);
        Balance("RFD-09", AccountKind.Prepaid, figures.PrepaidDay);

        Moved("to no number").When("no number was named", (_, p) => p.ToNumber.Exists.Not(), nameof(BalancePayment.ToNumber))
            .Yield((c, p, ref to) => to.Violation(Since(c, p)));

        Moved("to a number not active").When("the number is not active", (_, p) => p.NumberIsActive.Not(), nameof(BalancePayment.NumberIsActive))
            .Yield((c, p, ref to) => to.Violation(Since(c, p)));

        Moved("to a number of another operator").When("the number is not ours", (_, p) => p.NumberIsOurs.Not(), nameof(BalancePayment.NumberIsOurs))
            .Yield((c, p, ref to) => to.Violation(Since(c, p)));

        Closed("RFD-09", AccountKind.Prepaid, "to more than one number").Collect<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .Yield((c, payments, ref to) => SecondNumber(c, payments, ref to));

        Settle<AccountClosure, BalancePayment>(
            ["RFD-08", "RFD-09"],
            currency: closure => closure.Balance.Currency,
            chargeOf: payment => payment.ClosureId,
            paidAt: payment => payment.PaidAt,
            amount: payment => payment.Amount);
    }

    /// <summary>The balance is checked; nothing is paid before the day of the next month, the check and, on a postpaid account, the invoice; then it is owed.</summary>
    private void Balance(string standard, AccountKind kind, int day)
    {
        Closed(standard, kind, "checked").Yield((c, ref to) => to.Duty(c.ClosedAt, until: c.BalanceChecked));

        Payable(Closed(standard, kind, "not before"))
            .Yield((c, ref to) => to.Prohibition(new Interval(c.ClosedAt, PayableFrom(c, day))));

        Payable(Closed(standard, kind, "owed"))
            .When("payable at all", c => PayableFrom(c, day) is not null)
            .When("refundable", c => c.Refundable, nameof(AccountClosure.Refundable))
            .Yield((c, ref to) => to.Entitlement(PayableFrom(c, day) ?? c.ClosedAt, c.Balance));

        Payable(Closed(standard, kind, "too early")).Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .When("before it is payable", (c, p) => PayableFrom(c, day) is not { } from || p.PaidAt < from)
            .Yield((c, p, ref to) => to.Violation(Since(c, p)));
    }

    private RuleBuilder<AccountClosure> Closed(string standard, AccountKind kind, string variant) => Rule(standard, variant).For<AccountClosure>()
        .When($"{kind}", closure => closure.Kind.Is(kind), nameof(AccountClosure.Kind));

    private RuleBuilder<AccountClosure, BalancePayment> Moved(string variant) => Closed("RFD-09", AccountKind.Prepaid, variant)
        .Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId);

    private static RuleBuilder<AccountClosure> Payable(RuleBuilder<AccountClosure> rule) => rule
        .When("the zone", c => c.Zone is null ? YesNo.Unknown : YesNo.Yes, nameof(AccountClosure.Zone))
        .When("when it was checked", c => c.BalanceChecked.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(AccountClosure.BalanceChecked))
        .When("when the invoice was shown", c => c.Kind == AccountKind.Postpaid && c.InvoiceShown.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(AccountClosure.InvoiceShown));

    /// <summary>From when the balance may be paid, if it is refundable; never while it was not checked, is not refundable, or an invoice is wanting.</summary>
    private static Instant? PayableFrom(AccountClosure closure, int day)
    {
        if (closure.BalanceChecked.Instant is not { } check || closure.Refundable == YesNo.No || closure.Zone is null)
        {
            return null;
        }

        DateTimeZone zone = DateTimeZoneProviders.Tzdb[closure.Zone];
        LocalDate closed = closure.ClosedAt.InZone(zone).Date;
        if (closed is { Year: 9999, Month: 12 })
        {
            return null;
        }

        Instant month = new LocalDate(closed.Year, closed.Month, day).PlusMonths(1).AtStartOfDayInZone(zone).ToInstant();
        Instant from = Instant.Max(month, check);
        return closure.Kind != AccountKind.Postpaid ? from
            : closure.InvoiceShown.Instant is { } shown ? Instant.Max(from, shown)
            : null;
    }

    /// <summary>From the payment on; from the closure where it was paid before, because until then nothing is a balance.</summary>
    private static Instant Since(AccountClosure closure, BalancePayment payment) => Instant.Max(closure.ClosedAt, payment.PaidAt);

    private static void SecondNumber(AccountClosure closure, IReadOnlyList<BalancePayment> payments, ref FindingWriter to)
    {
        BalancePayment[] named = [.. payments.Where(payment => payment.ToNumber.Value is not null)];
        if (named.FirstOrDefault(payment => payment.ToNumber != named[0].ToNumber) is { } second)
        {
            to.Violation(Since(closure, second));
        }
    }
}
