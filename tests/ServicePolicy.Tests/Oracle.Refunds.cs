using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

namespace ServicePolicy.Tests;

/// <content>Refunds of charges: RFD-01 to 07, 11.</content>
internal sealed partial class Oracle
{
    // RFD-11: refunds go through the billing system; another way needs a reason on record.
    private static Verdict? Channel(RefundPayment payment, Instant t)
    {
        if (t < payment.PaidAt || payment.Channel == RefundChannel.BillingSystem || payment.Reason.Exists == YesNo.Yes)
        {
            return null;
        }

        SortedSet<string> missing = [];
        AddIf(missing, payment.Channel == RefundChannel.Unknown, "Channel");
        AddIf(missing, payment.Reason.IsUnknown, "Reason");
        return missing.Count > 0 ? Verdict.Missing("RFD-11", payment, missing) : new Verdict("RFD-11", payment, FindingKind.Violation);
    }

    private IEnumerable<Verdict> Refunds(DisputedCharge charge, Instant t)
    {
        (List<(string Standard, decimal Amount)> claims, List<Verdict> told) = Claims(charge, t);
        return told.Concat(Arbitrate(charge, [.. claims.Distinct()], t));
    }

    private (List<(string Standard, decimal Amount)> Claims, List<Verdict> Told) Claims(DisputedCharge charge, Instant t)
    {
        List<(string Standard, decimal Amount)> claims = [];
        List<Verdict> told = [];
        decimal sum = charge.Overcharge.Amount + (charge.InformationFees?.Amount ?? 0);

        // RFD-01: a charging error is refunded double, information fees included.
        if (charge.ChargingErrorEstablished.IsUnknown && t >= charge.ChargedAt)
        {
            told.Add(Verdict.Missing("RFD-01", charge, "ChargingErrorEstablished"));
        }
        else if (charge.ChargingErrorEstablished.Instant is { } error && t >= error)
        {
            claims.Add(("RFD-01", 2 * sum));
        }

        // RFD-02: from the breach of the complaint's limit, if responsibility was not established by due.
        if (Facts<Complaint>().SingleOrDefault(complaint => complaint.Id == charge.ComplaintId) is { } joined && joined.FiledBy != Filer.SomeoneElse)
        {
            Undetermined(charge, joined, t, sum, claims, told);
        }

        // RFD-03: company responsibility established.
        if (charge.ResponsibilityEstablished.Kind != OccurrenceKind.NotHappened
            && charge.Responsible is ResponsibleParty.Company or ResponsibleParty.Unknown
            && t >= (charge.ResponsibilityEstablished.Instant ?? charge.ChargedAt))
        {
            SortedSet<string> missing = [];
            AddIf(missing, charge.ResponsibilityEstablished.IsUnknown, "ResponsibilityEstablished");
            AddIf(missing, charge.Responsible == ResponsibleParty.Unknown, "Responsible");
            if (missing.Count > 0)
            {
                told.Add(Verdict.Missing("RFD-03", charge, missing));
            }
            else
            {
                claims.Add(("RFD-03", sum));
            }
        }

        InAdvance(charge, t, sum, claims, told);
        Unconfirmed(charge, t, sum, claims, told);
        Traffic(charge, t, sum, claims, told);
        return (claims, told);
    }

    private void Undetermined(DisputedCharge charge, Complaint complaint, Instant t, decimal sum, List<(string, decimal)> claims, List<Verdict> told)
    {
        // Where the limit is known nothing is breached before it is due, whenever it was resolved.
        SortedSet<string> missing = LimitUnknown(complaint);
        Instant late = missing.Count > 0 ? complaint.ReceivedAt : complaint.ReceivedAt + Limit(complaint) + Duration.Epsilon;
        AddIf(missing, complaint.Resolved.IsUnknown, "Resolved");
        bool breached = missing.Count > 0 || State(late, complaint.ReceivedAt, Limit(complaint), complaint.Resolved) == FindingState.Breached;
        if (!breached || t < late || (charge.ResponsibilityEstablished.Instant is { } established && established < late))
        {
            return;
        }

        AddIf(missing, charge.ResponsibilityEstablished.IsUnknown, "ResponsibilityEstablished");
        if (missing.Count > 0)
        {
            told.Add(Verdict.Missing("RFD-02", charge, missing));
        }
        else
        {
            claims.Add(("RFD-02", sum));
        }
    }

    // S13: the largest claim stands, ties by standard Id, less what was paid; the others are superseded and name it.
    private IEnumerable<Verdict> Arbitrate(DisputedCharge charge, List<(string Standard, decimal Amount)> claims, Instant t)
    {
        (string winner, decimal most) = claims.OrderByDescending(claim => claim.Amount).ThenBy(claim => claim.Standard, StringComparer.Ordinal).FirstOrDefault();
        (Instant At, decimal Amount)[] payments =
        [
            .. Facts<RefundPayment>().Where(payment => payment.ChargeId == charge.Id).SelectMany(payment => Moves(payment.PaidAt, payment.Returned, payment.Amount.Amount, charge.ChargedAt)),
        ];
        decimal paid = payments.Where(payment => payment.At <= t).Sum(payment => payment.Amount);
        decimal excess = Beyond(payments, at => Claims(charge, at).Claims.Select(claim => claim.Amount).DefaultIfEmpty().Max(), t);
        if (excess > 0)
        {
            yield return new Verdict("RFD-11", charge, FindingKind.Violation, amount: excess);
        }

        foreach ((string standard, decimal amount) in claims)
        {
            yield return standard != winner ? new Verdict(standard, charge, FindingKind.Entitlement, FindingState.Superseded, amount, winner)
                : paid >= most ? new Verdict(standard, charge, FindingKind.Entitlement, FindingState.Paid, amount)
                : new Verdict(standard, charge, FindingKind.Entitlement, FindingState.Owed, amount - paid);
        }
    }

    // A payment counts from the charge on, and until its return.
    private static IEnumerable<(Instant At, decimal Amount)> Moves(Instant paidAt, Occurrence returned, decimal amount, Instant opened)
    {
        Instant on = Instant.Max(paidAt, opened);
        return returned.Instant is { } back ? [(on, amount), (Instant.Max(back, on), -amount)] : [(on, amount)];
    }

    // RFD-11: what was paid beyond what was owed when it was paid, less what came back.
    private static decimal Beyond((Instant At, decimal Amount)[] payments, Func<Instant, decimal> owedAt, Instant t)
    {
        decimal sum = 0, beyond = 0;
        foreach (IGrouping<Instant, decimal> moved in payments.Where(payment => payment.At <= t).GroupBy(payment => payment.At, payment => payment.Amount).OrderBy(moved => moved.Key))
        {
            sum += moved.Sum();
            decimal now = Math.Max(sum - owedAt(moved.Key), 0);
            beyond = moved.Sum() >= 0 ? beyond + Math.Min(moved.Sum(), now) : Math.Min(beyond, now);
        }

        return beyond;
    }
}
