using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Refunds;

/// <summary>The rules on refunds and balances (RFD).</summary>
public sealed class RefundRules : RuleSet
{
    // What PayableFrom reads.
    private const string PayableBy = $"c.{nameof(AccountClosure.BalanceChecked)}, c.{nameof(AccountClosure.Refundable)}, c.{nameof(AccountClosure.InvoiceShown)}, c.{nameof(AccountClosure.Zone)}";

    /// <summary>The rules with the figures of one edition.</summary>
    public RefundRules(RefundStandards figures)
        : base("Refunds", RefundStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("RFD-01").For<DisputedCharge>()
            .Yield((c, to) => to.Entitlement(c.ChargingErrorEstablished, c.Total.Times(figures.ChargingError, figures.Rounding)));

        Rule("RFD-02").For<DisputedCharge>()
            .Join<Complaint>(charge => charge.ComplaintId, complaint => complaint.Id)
            .From("CMP-05", FindingState.Breached, Subject.Second)
            .Yield((c, _, to) => to.Entitlement(
                Occurrence.At(Instant.Max(to.Since, c.ChargedAt)).If(c.ResponsibilityEstablished.HasHappenedBy(to.Since.Previous()).Not()),
                c.Total.Times(figures.Undetermined, figures.Rounding)));

        Rule("RFD-03").For<DisputedCharge>()
            .Yield((c, to) => to.Entitlement(c.ResponsibilityEstablished.If(c.Responsible.Is(ResponsibleParty.Company)), c.Total.Times(figures.CompanyResponsible, figures.Rounding)));

        // An advance may be asked for before the charge, and is one on it from when there are both.
        Advance("RFD-04", "may be granted")
            .When("the customer insists strongly", (_, a) => a.CustomerInsists)
            .When("the sum is small", (c, _) => c.Total.IsMoreThan(figures.SmallSum).Not(), nameof(DisputedCharge.Overcharge))
            .Yield((c, a, to) => to.Permission(Truth.During(new Interval(Instant.Max(c.ChargedAt, a.AskedAt), null)) & Truth.From(a.DeskAgreed) & Truth.Until(c.ResponsibilityEstablished)));

        Advance("RFD-04", "granted")
            .Yield((c, a, to) => to.Entitlement(a.Granted.NotBefore(c.ChargedAt).If(MayBeGranted(c, a, figures)), c.Total.Times(figures.Advance, figures.Rounding)));

        Advance("RFD-04", "granted without cause")
            .Yield((c, a, to) => to.Violation(a.Granted.NotBefore(c.ChargedAt).If(MayBeGranted(c, a, figures).Not())));

        Rule("RFD-05", "told").For<AdvanceRefund>()
            .Yield((a, to) => to.Beforehand(a.Granted, done: a.CustomerTold));

        Rule("RFD-05", "verified").For<AdvanceRefund>()
            .Yield((a, to) => to.Limit(a.Granted, within: figures.Verification, until: a.Verified));

        Advance("RFD-05", "upheld")
            .Yield((c, a, to) => to.Entitlement(a.Granted.And(a.Verified).NotBefore(c.ChargedAt).If(a.Upheld), c.Total.Times(figures.ChargingError, figures.Rounding)));

        Advance("RFD-05", "not upheld")
            .Yield((c, a, to) => to.Prohibition(a.Granted.And(a.Verified).NotBefore(c.ChargedAt).If(a.Upheld.Not())));

        Rule("RFD-06", "not charged").For<ChargedSubscription>()
            .Yield((s, to) => to.Prohibition(Truth.During(new Interval(s.OrderedAt, null)) & (Truth.Until(s.Confirmed) | Truth.From(s.CancelledOnReminder))));

        // A charge may be older than the order, and is one for it from when there are both.
        Subscribed("charged without confirmation")
            .When("not confirmed when charged", (c, s) => s.Confirmed.HasHappenedBy(c.ChargedAt).Not())
            .Yield((c, s, to) => to.Entitlement(Occurrence.At(c.ChargedAt).NotBefore(s.OrderedAt), c.Total.Times(figures.NotConfirmed, figures.Rounding)));

        Subscribed("cancelled on the reminder")
            .Yield((c, s, to) => to.Entitlement(s.CancelledOnReminder.NotBefore(c.ChargedAt), c.Total.Times(figures.NotConfirmed, figures.Rounding)));

        Subscribed("charged all the same")
            .When("not confirmed, or cancelled, when charged", (c, s) => s.Confirmed.HasHappenedBy(c.ChargedAt).Not().Or(s.CancelledOnReminder.HasHappenedBy(c.ChargedAt)))
            .Yield((c, s, to) => to.Violation(Occurrence.At(c.ChargedAt).NotBefore(s.OrderedAt)));

        Rule("RFD-07").For<DisputedCharge>()
            .Collect<ChargedTraffic>(charge => charge.Id, traffic => traffic.ChargeId)
            .Yield((c, traffic, to) => CreditBack(c, traffic, to));

        Balance("RFD-08", AccountKind.Postpaid, figures.PostpaidDay, figures.PostpaidLastDay);
        Balance("RFD-09", AccountKind.Prepaid, figures.PrepaidDay, null);

        Closed("RFD-09", AccountKind.Prepaid, "told")
            .When("something moves", closure => closure.Balance.Amount > 0)
            .Yield((c, to) => to.Duty(Occurrence.At(c.ClosedAt).If(c.Refundable), until: c.CustomerTold));

        Closed("RFD-09", AccountKind.Prepaid, "to one active number of the operator").Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .When("to no number, or to one not active or not ours", (_, p) => Answers.All(p.ToNumber.Exists, p.NumberIsActive, p.NumberIsOurs).Not())
            .Yield((c, p, to) => to.Violation(Occurrence.At(p.PaidAt).NotBefore(c.ClosedAt)));

        Closed("RFD-09", AccountKind.Prepaid, "to more than one number").Collect<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .Yield((c, payments, to) => to.Violation(SecondNumber(payments).NotBefore(c.ClosedAt)));

        Rule("RFD-10", "exchanged").For<DamagedCard>()
            .When("damaged by scratching", card => card.DamagedByScratching)
            .Yield((card, to) => to.Duty(card.BroughtAt, until: card.Exchanged));

        Rule("RFD-10", "for a fee").For<DamagedCard>()
            .When("damaged by scratching", card => card.DamagedByScratching)
            .Yield((card, to) => to.Violation(card.Exchanged.If((card.Fee is { Amount: > 0 }).ToYesNo())));

        Rule("RFD-11").For<RefundPayment>()
            .When("not through the billing system", payment => payment.Channel.Is(RefundChannel.Other))
            .When("no reason on record", payment => payment.Reason.Exists.Not())
            .Yield((payment, to) => to.Violation(payment.PaidAt));

        Settle<DisputedCharge, RefundPayment>(
            ["RFD-01", "RFD-02", "RFD-03", "RFD-04", "RFD-05", "RFD-06", "RFD-07"],
            currency: charge => charge.Overcharge.Currency,
            chargeOf: payment => payment.ChargeId,
            paidAt: payment => payment.PaidAt,
            amount: payment => payment.Amount,
            returned: payment => payment.Returned,
            excess: "RFD-11");

        Settle<AccountClosure, BalancePayment>(
            ["RFD-08", "RFD-09"],
            currency: closure => closure.Balance.Currency,
            chargeOf: payment => payment.ClosureId,
            paidAt: payment => payment.PaidAt,
            amount: payment => payment.Amount,
            returned: payment => payment.Returned,
            excess: "RFD-11");
    }

    private RuleBuilder<DisputedCharge, AdvanceRefund> Advance(string standard, string variant) =>
        Rule(standard, variant).For<DisputedCharge>().Join<AdvanceRefund>(charge => charge.Id, advance => advance.ChargeId);

    private RuleBuilder<DisputedCharge, ChargedSubscription> Subscribed(string variant) =>
        Rule("RFD-06", variant).For<DisputedCharge>().Join<ChargedSubscription>(charge => charge.Id, subscription => subscription.ChargeId);

    private RuleBuilder<AccountClosure> Closed(string standard, AccountKind kind, string variant) => Rule(standard, variant).For<AccountClosure>()
        .When($"{kind}", closure => closure.Kind.Is(kind));

    /// <summary>The balance is checked; nothing is paid before the day of the next month, the check and, on a postpaid account, the invoice; then it is owed, once.</summary>
    private void Balance(string standard, AccountKind kind, int day, int? lastDay)
    {
        Closed(standard, kind, "checked")
            .Yield((c, to) => to.Duty(c.ClosedAt, until: c.BalanceChecked));

        Closed(standard, kind, "not before it is payable")
            .Yield((c, to) => to.Prohibition(Truth.During(new Interval(c.ClosedAt, null)) & !Truth.From(c.PayableFrom(kind, day), PayableBy)));

        Closed(standard, kind, "not after the last day").IfSet(lastDay)
            .Yield((c, to) => to.Prohibition(c.DayAfter(lastDay.GetValueOrDefault()), text: "c.Zone"));

        Closed(standard, kind, "not twice").Collect<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .Yield((c, payments, to) => to.Prohibition(payments.Amounting(c.Balance, p => p.PaidAt, p => p.Amount, p => p.Returned) & Truth.During(new Interval(c.ClosedAt, null))));

        Closed(standard, kind, "owed")
            .Yield((c, to) => to.Entitlement(c.PayableFrom(kind, day), c.Balance, PayableBy));

        Closed(standard, kind, "too early").Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .When("not payable when paid", (c, p) => c.PayableFrom(kind, day).HasHappenedBy(p.PaidAt).Not())
            .Yield((c, p, to) => to.Violation(Occurrence.At(p.PaidAt).NotBefore(c.ClosedAt)));

        Closed(standard, kind, "too late").IfSet(lastDay).Join<BalancePayment>(closure => closure.Id, payment => payment.ClosureId)
            .When("after the last day", (c, p) => c.DayAfter(lastDay.GetValueOrDefault()).HasHappenedBy(p.PaidAt))
            .Yield((c, p, to) => to.Violation(p.PaidAt));
    }

    private static YesNo MayBeGranted(DisputedCharge charge, AdvanceRefund advance, RefundStandards figures) => Answers.All(
        advance.CustomerInsists,
        charge.Total.IsMoreThan(figures.SmallSum).Not(),
        advance.DeskAgreed.HasHappenedBy(advance.Granted),
        charge.ResponsibilityEstablished.HasHappenedBy(advance.Granted).Not());

    /// <summary>Owed for all traffic so far that was used before its fee page was shown, one claim that grows, and never more than was charged.</summary>
    private static void CreditBack(DisputedCharge charge, IReadOnlyList<ChargedTraffic> inOrder, FindingWriter to)
    {
        Money sum = charge.Total * 0;
        Instant? since = null;
        foreach (ChargedTraffic traffic in inOrder.OrderBy(traffic => Instant.Max(charge.ChargedAt, traffic.UsedAt)))
        {
            Instant from = Instant.Max(charge.ChargedAt, traffic.UsedAt);
            YesNo free = traffic.FeePageShown.HasHappenedBy(traffic.UsedAt).Not();
            if (free == YesNo.Unknown || (free == YesNo.Yes && traffic.Cost.Currency != sum.Currency))
            {
                // Amounts in two currencies are left apart, and so refused where the claims are settled.
                to.Entitlement(Occurrence.At(from).If(free), traffic.Cost, nameof(ChargedTraffic.FeePageShown));
            }
            else if (free == YesNo.Yes)
            {
                Owe(charge, sum, since, from, to);
                sum = sum with { Amount = Math.Min(charge.Total.Amount, sum.Amount + Math.Min(charge.Total.Amount, traffic.Cost.Amount)) };
                since = from;
            }
        }

        Owe(charge, sum, since, null, to);

        static void Owe(DisputedCharge charge, Money sum, Instant? since, Instant? until, FindingWriter to)
        {
            if (since is not null && since != until)
            {
                to.Entitlement(new Interval(since, until), sum);
            }
        }
    }

    /// <summary>When money first went to a second number; perhaps earlier, or at all, where it went to a number that nobody knows.</summary>
    private static Occurrence SecondNumber(IReadOnlyList<BalancePayment> payments)
    {
        BalancePayment[] numbered = [.. payments.Where(payment => payment.ToNumber.Exists != YesNo.No)];
        BalancePayment? first = numbered.FirstOrDefault(payment => !payment.ToNumber.IsUnknown);
        BalancePayment? surely = numbered.FirstOrDefault(payment => first is not null && payment.ToNumber.Is(first.ToNumber) == YesNo.No);
        int doubtful = Array.FindIndex(numbered, payment => payment.ToNumber.IsUnknown);
        Instant? perhaps = doubtful >= 0 && numbered.Length > 1 ? numbered[Math.Max(doubtful, 1)].PaidAt : null;
        return (perhaps, surely?.PaidAt) switch
        {
            ({ } from, { } at) when from < at => Occurrence.Between(from, at),
            (_, { } at) => at,
            ({ } from, null) => Occurrence.Between(from, numbered[^1].PaidAt).Perhaps(),
            _ => Occurrence.NotHappened,
        };
    }
}
