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
            .Yield((c, p, to) => to.Violation(Since(c, p)));

        Moved("to a number not active").When("the number is not active", (_, p) => p.NumberIsActive.Not(), nameof(BalancePayment.NumberIsActive))
            .Yield((c, p, to) => to.Violation(Since(c, p)));

        Moved("to a number of another operator").When("the number is not ours", (_, p) => p.NumberIsOurs.Not(), nameof(BalancePayment.NumberIsOurs))
            .Yield((c, p, to) => to.Violation(Since(c, p)));

        Closed("RFD-09", AccountKind.Prepaid, "to more than one number").Collect<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .Yield((c, payments, to) => SecondNumber(c, payments, to));

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
        Closed(standard, kind, "checked").Yield((c, to) => to.Duty(c.ClosedAt, until: c.BalanceChecked));

        Closed(standard, kind, "not before").Yield((c, to) => NotBefore(c, day, to));

        Closed(standard, kind, "owed")
            .When("nothing about when is unknown", c => !Unknown(c).Any())
            .When("payable at all", c => Earliest(c, day) is not null)
            .When("refundable", c => c.Refundable, nameof(AccountClosure.Refundable))
            .Yield((c, to) => to.Entitlement(Earliest(c, day) ?? c.ClosedAt, c.Balance));

        Closed(standard, kind, "too early").Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .When("before it is payable, by the zone", (c, p) => IsEarly(c, p, day, nameof(c.Zone)), nameof(AccountClosure.Zone))
            .When("before it is payable, by the check", (c, p) => IsEarly(c, p, day, nameof(c.BalanceChecked)), nameof(AccountClosure.BalanceChecked))
            .When("before it is payable, by the invoice", (c, p) => IsEarly(c, p, day, nameof(c.InvoiceShown)), nameof(AccountClosure.InvoiceShown))
            .Yield((c, p, to) => to.Violation(Since(c, p)));
    }

    private RuleBuilder<AccountClosure> Closed(string standard, AccountKind kind, string variant) => Rule(standard, variant).For<AccountClosure>()
        .When($"{kind}", closure => closure.Kind.Is(kind), nameof(AccountClosure.Kind));

    private RuleBuilder<AccountClosure, BalancePayment> Moved(string variant) => Closed("RFD-09", AccountKind.Prepaid, variant)
        .Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId);

    /// <summary>Refused while any of what must come first is known to be wanting (S9: a definite no wins); then untold while another is unknown.</summary>
    private static void NotBefore(AccountClosure closure, int day, FindingWriter to)
    {
        Instant? earliest = Earliest(closure, day);
        to.Prohibition(new Interval(closure.ClosedAt, earliest));
        string[] unknown = [.. Unknown(closure)];
        if (unknown.Length > 0 && earliest is { } from)
        {
            to.Indeterminate(from, unknown);
        }
    }

    /// <summary>Yes where it was surely paid too early; unknown for want of an input only where that could still make it so.</summary>
    private static YesNo IsEarly(AccountClosure closure, BalancePayment payment, int day, string input) =>
        Earliest(closure, day) is not { } from || payment.PaidAt < from ? YesNo.Yes
        : Unknown(closure).Contains(input) ? YesNo.Unknown
        : Unknown(closure).Any() ? YesNo.Yes
        : YesNo.No;

    /// <summary>Before when the balance may surely not be paid, by what is known; never, where it was not checked, is not refundable, or an invoice is wanting.</summary>
    private static Instant? Earliest(AccountClosure closure, int day)
    {
        Occurrence invoice = closure.Kind == AccountKind.Postpaid ? closure.InvoiceShown : closure.ClosedAt;
        if (closure.Refundable == YesNo.No || closure.BalanceChecked.Kind == OccurrenceKind.NotHappened || invoice.Kind == OccurrenceKind.NotHappened)
        {
            return null;
        }

        Instant from = Instant.Max(closure.BalanceChecked.Instant ?? closure.ClosedAt, invoice.Instant ?? closure.ClosedAt);
        return closure.Zone is null ? from
            : NextMonth(closure.ClosedAt.InZone(DateTimeZoneProviders.Tzdb[closure.Zone]), day) is { } month ? Instant.Max(from, month)
            : null;
    }

    /// <summary>The day of the month after, unless that is beyond the calendar.</summary>
    private static Instant? NextMonth(ZonedDateTime closed, int day) => closed is { Year: 9999, Month: 12 }
        ? null
        : new LocalDate(closed.Year, closed.Month, day).PlusMonths(1).AtStartOfDayInZone(closed.Zone).ToInstant();

    private static IEnumerable<string> Unknown(AccountClosure closure)
    {
        if (closure.Zone is null)
        {
            yield return nameof(closure.Zone);
        }

        if (closure.BalanceChecked.IsUnknown)
        {
            yield return nameof(closure.BalanceChecked);
        }

        if (closure.Kind == AccountKind.Postpaid && closure.InvoiceShown.IsUnknown)
        {
            yield return nameof(closure.InvoiceShown);
        }
    }

    /// <summary>From the payment on; from the closure where it was paid before, because until then nothing is a balance.</summary>
    private static Instant Since(AccountClosure closure, BalancePayment payment) => Instant.Max(closure.ClosedAt, payment.PaidAt);

    private static void SecondNumber(AccountClosure closure, IReadOnlyList<BalancePayment> payments, FindingWriter to)
    {
        BalancePayment[] named = [.. payments.Where(payment => payment.ToNumber.Value is not null)];
        if (named.FirstOrDefault(payment => payment.ToNumber != named[0].ToNumber) is { } second)
        {
            to.Violation(Since(closure, second));
        }
    }
}
