using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Refunds;

/// <content>Charges that are not taken, or are given back (RFD-06, RFD-07), cards (RFD-10), and how refunds are paid (RFD-11).</content>
public sealed partial class RefundRules
{
    private void Charges(RefundStandards figures)
    {
        Rule("RFD-06", "not charged before it is confirmed").For<ChargedSubscription>()
            .When("confirmed or not", s => s.Confirmed.IsUnknown ? YesNo.Unknown : YesNo.Yes, nameof(ChargedSubscription.Confirmed))
            .Yield((s, to) => to.Prohibition(new Interval(s.OrderedAt, s.Confirmed.Instant)));

        Rule("RFD-06", "not charged after it is cancelled").For<ChargedSubscription>()
            .Yield((s, to) => to.Prohibition(s.CancelledOnReminder));

        Subscribed("charged without confirmation")
            .When("not confirmed when charged", (c, s) => s.Confirmed.HasHappenedBy(c.ChargedAt).Not(), nameof(ChargedSubscription.Confirmed))
            .Yield((c, s, to) => to.Entitlement(Since(c, s), c.Total * figures.NotConfirmed));

        Subscribed("cancelled on the reminder")
            .When("cancelled", (_, s) => s.CancelledOnReminder.IsUnknown ? YesNo.Unknown : s.CancelledOnReminder.HasHappened, nameof(ChargedSubscription.CancelledOnReminder))
            .Yield((c, s, to) => to.Entitlement(Instant.Max(Since(c, s), s.CancelledOnReminder.Instant ?? c.ChargedAt), c.Total * figures.NotConfirmed));

        Rule("RFD-07").For<DisputedCharge>()
            .Collect<ChargedTraffic>(charge => charge.Id, traffic => traffic.ChargeId)
            .Yield((c, traffic, to) => CreditBack(c, traffic, to));

        Rule("RFD-10", "exchanged").For<DamagedCard>()
            .When("damaged by scratching", card => card.DamagedByScratching, nameof(DamagedCard.DamagedByScratching))
            .Yield((card, to) => to.Duty(card.BroughtAt, until: card.Exchanged));

        Rule("RFD-10", "for a fee").For<DamagedCard>()
            .When("damaged by scratching", card => card.DamagedByScratching, nameof(DamagedCard.DamagedByScratching))
            .When("exchanged for a fee", card => card.Fee is { Amount: > 0 })
            .Yield((card, to) => to.Violation(card.Exchanged));

        Rule("RFD-11").For<RefundPayment>()
            .When("not through the billing system", payment => payment.Channel.Is(RefundChannel.Other), nameof(RefundPayment.Channel))
            .When("no reason on record", payment => payment.Reason.Exists.Not(), nameof(RefundPayment.Reason))
            .Yield((payment, to) => to.Violation(payment.PaidAt));
    }

    private RuleBuilder<DisputedCharge, ChargedSubscription> Subscribed(string variant) =>
        Rule("RFD-06", variant).For<DisputedCharge>().Join<ChargedSubscription>(charge => charge.Id, subscription => subscription.ChargeId);

    /// <summary>Since there are both; a charge may be older than the order.</summary>
    private static Instant Since(DisputedCharge charge, ChargedSubscription subscription) => Instant.Max(charge.ChargedAt, subscription.OrderedAt);

    /// <summary>Owed for all traffic so far that was used before its fee page was shown, and never more than was charged.</summary>
    private static void CreditBack(DisputedCharge charge, IEnumerable<ChargedTraffic> inOrder, FindingWriter to)
    {
        Money sum = charge.Total * 0;
        Instant? since = null;
        foreach (ChargedTraffic traffic in inOrder)
        {
            Instant from = Instant.Max(charge.ChargedAt, traffic.UsedAt);
            switch (traffic.FeePageShown.HasHappenedBy(traffic.UsedAt))
            {
                case YesNo.No when traffic.Cost.Currency != sum.Currency:
                    // Amounts in two currencies are left apart, and so refused where the claims are settled.
                    to.Entitlement(from, traffic.Cost);
                    break;
                case YesNo.No:
                    // One claim that grows: what was owed so far ends where more is.
                    CreditBack(charge, sum, since, from, to);
                    sum += traffic.Cost;
                    since = from;
                    break;
                case YesNo.Unknown:
                    to.Indeterminate(from, nameof(ChargedTraffic.FeePageShown));
                    break;
                default:
                    break;
            }
        }

        CreditBack(charge, sum, since, null, to);
    }

    private static void CreditBack(DisputedCharge charge, Money sum, Instant? since, Instant? until, FindingWriter to)
    {
        if (since is not null)
        {
            to.Entitlement(new Interval(since, until), sum with { Amount = Math.Min(sum.Amount, charge.Total.Amount) });
        }
    }
}
