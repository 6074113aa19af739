using NodaTime;
using ServicePolicy.Refunds;

namespace ServicePolicy.Tests;

/// <content>Refunds in advance, of subscriptions and of traffic: RFD-04 to 07.</content>
internal sealed partial class Oracle
{
    // RFD-05: what was granted is verified within 72 h, and the customer told so at the grant.
    private static IEnumerable<Verdict> Verified(AdvanceRefund f, Instant t) =>
        f.Granted.Kind == OccurrenceKind.NotHappened || t < Granted(f) ? []
        : f.Granted.IsUnknown ? [Verdict.Missing("RFD-05", f, "Granted")]
        :
        [
            Limit("RFD-05", f, t, Granted(f), Duration.FromHours(72), f.Verified, "Verified", []),
            f.CustomerTold.Instant <= Granted(f) ? new Verdict("RFD-05", f, FindingKind.Obligation, FindingState.Met) : new Verdict("RFD-05", f, FindingKind.Violation),
        ];

    private void InAdvance(DisputedCharge charge, Instant t, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        foreach (AdvanceRefund advance in Facts<AdvanceRefund>().Where(advance => advance.ChargeId == charge.Id && t >= advance.AskedAt))
        {
            Permitted(charge, advance, t, told);
            if (advance.Granted.Kind != OccurrenceKind.NotHappened && t >= Granted(advance))
            {
                Granted(charge, advance, sum, claims, told);
                Upheld(charge, advance, t, sum, claims, told);
            }
        }
    }

    // RFD-04: may be granted while responsibility is unclear, if the customer insists, the sum is small, and the desk has agreed.
    private static void Permitted(DisputedCharge charge, AdvanceRefund f, Instant t, List<Verdict> told)
    {
        (YesNo Wrong, string Name)[] grounds = Grounds(charge, f, t);
        if (grounds.All(ground => ground.Wrong != YesNo.Yes))
        {
            string[] missing = [.. grounds.Where(ground => ground.Wrong == YesNo.Unknown).Select(ground => ground.Name)];
            told.Add(missing.Length > 0 ? Verdict.Missing("RFD-04", charge, missing) : new Verdict("RFD-04", charge, FindingKind.Permission));
        }
    }

    // RFD-04: what was granted as it may be is owed, the principal only; each other ground makes the grant a violation.
    private static void Granted(DisputedCharge charge, AdvanceRefund f, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        string[] doubts = If(f.Granted.IsUnknown, "Granted");
        (YesNo Wrong, string Name)[] grounds = Grounds(charge, f, f.Granted.Instant);
        told.AddRange(Wrongs("RFD-04", charge, doubts, grounds));
        string[] missing = [.. doubts, .. grounds.Where(ground => ground.Wrong == YesNo.Unknown).Select(ground => ground.Name)];
        if (grounds.Any(ground => ground.Wrong == YesNo.Yes))
        {
            return;
        }

        if (missing.Length > 0)
        {
            told.Add(Verdict.Missing("RFD-04", charge, missing));
        }
        else
        {
            claims.Add(("RFD-04", sum));
        }
    }

    // What would be wrong with a grant at an instant; at an unknown one nothing is that may have been in order.
    private static (YesNo Wrong, string Name)[] Grounds(DisputedCharge charge, AdvanceRefund f, Instant? at) =>
    [
        (f.CustomerInsists.Not(), "CustomerInsists"),
        (charge.Total.Currency != Currency.Cny ? YesNo.Unknown : Answer(charge.Total.Amount > 50), "Overcharge"),
        ((at is { } agreed ? f.DeskAgreed.HasHappenedBy(agreed) : f.DeskAgreed.HasHappened).Not(), "DeskAgreed"),
        (at is { } clear ? charge.ResponsibilityEstablished.HasHappenedBy(clear) : YesNo.No, "ResponsibilityEstablished"),
    ];

    // RFD-05: if upheld, the second half of the double is owed from the verification on; if not, nothing is clawed back.
    private static void Upheld(DisputedCharge charge, AdvanceRefund f, Instant t, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        if (f.Verified.Kind == OccurrenceKind.NotHappened || t < f.Verified.Instant)
        {
            return;
        }

        string[] missing = [.. If(f.Verified.IsUnknown, "Verified"), .. If(f.Upheld == YesNo.Unknown, "Upheld")];
        if (missing.Length > 0)
        {
            told.Add(Verdict.Missing("RFD-05", charge, missing));
        }
        else if (f.Upheld == YesNo.Yes)
        {
            claims.Add(("RFD-05", 2 * sum));
        }
        else
        {
            told.Add(new Verdict("RFD-05", charge, FindingKind.Prohibition));
        }
    }

    private static Instant Granted(AdvanceRefund f) => f.Granted.Instant ?? f.AskedAt;

    // RFD-06: what was not confirmed, or is cancelled on the reminder, is not charged. Each is asked by itself.
    private static IEnumerable<Verdict> Charging(ChargedSubscription f, Instant t) => t < f.OrderedAt ? [] :
        from ground in new[] { (f.Confirmed.HasHappenedBy(t).Not(), "Confirmed"), (f.CancelledOnReminder.HasHappenedBy(t), "CancelledOnReminder") }
        where ground.Item1 != YesNo.No
        select ground.Item1 == YesNo.Unknown ? Verdict.Missing("RFD-06", f, ground.Item2) : new Verdict("RFD-06", f, FindingKind.Prohibition);

    // RFD-06: a charge already taken is refunded: not confirmed when it was taken, or cancelled since.
    private void Unconfirmed(DisputedCharge charge, Instant t, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        foreach (ChargedSubscription f in Facts<ChargedSubscription>().Where(f => f.ChargeId == charge.Id && t >= charge.ChargedAt && t >= f.OrderedAt))
        {
            foreach ((YesNo refund, string name) in new[] { (f.Confirmed.HasHappenedBy(charge.ChargedAt).Not(), "Confirmed"), (f.CancelledOnReminder.HasHappenedBy(t), "CancelledOnReminder") })
            {
                if (refund == YesNo.Unknown)
                {
                    told.Add(Verdict.Missing("RFD-06", charge, name));
                }
                else if (refund == YesNo.Yes)
                {
                    claims.Add(("RFD-06", sum));
                }
            }

            // Charging it is a violation, refunded or not.
            if (f.Confirmed.HasHappenedBy(charge.ChargedAt) == YesNo.No || f.CancelledOnReminder.HasHappenedBy(charge.ChargedAt) == YesNo.Yes)
            {
                told.Add(new Verdict("RFD-06", charge, FindingKind.Violation));
            }
        }
    }

    // RFD-07: traffic used before the fee page was shown is credited back, never more than the charge.
    private void Traffic(DisputedCharge charge, Instant t, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        ChargedTraffic[] used = [.. Facts<ChargedTraffic>().Where(traffic => traffic.ChargeId == charge.Id && t >= charge.ChargedAt && t >= traffic.UsedAt)];
        ChargedTraffic[] unseen = [.. used.Where(traffic => traffic.FeePageShown.HasHappenedBy(traffic.UsedAt) == YesNo.No)];
        if (unseen.Length > 0)
        {
            claims.Add(("RFD-07", Math.Min(unseen.Sum(traffic => traffic.Cost.Amount), sum)));
        }

        if (used.Any(traffic => traffic.FeePageShown.IsUnknown))
        {
            told.Add(Verdict.Missing("RFD-07", charge, "FeePageShown"));
        }
    }
}
