using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Refunds;

/// <summary>The rules on refunds (RFD).</summary>
public sealed partial class RefundRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public RefundRules(RefundStandards figures)
        : base("Refunds", RefundStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Rule("RFD-01").For<DisputedCharge>()
            .Yield((charge, to) => to.Entitlement(charge.ChargingErrorEstablished, charge.Total * figures.ChargingError));

        Rule("RFD-02").For<DisputedCharge>()
            .Join<Complaint>(charge => charge.ComplaintId, complaint => complaint.Id)
            .From("CMP-05", FindingState.Breached, Subject.Second)
            .Yield((charge, _, to) => to.Entitlement(
                Occurrence.At(Instant.Max(to.Since, charge.ChargedAt)).If(charge.ResponsibilityEstablished.HasHappenedBy(to.Since.Previous()).Not()),
                charge.Total * figures.Undetermined));

        Rule("RFD-03").For<DisputedCharge>()
            .When("responsibility established", charge => charge.ResponsibilityEstablished.Kind != OccurrenceKind.NotHappened)
            .When("the company is responsible", charge => charge.Responsible.Is(ResponsibleParty.Company), nameof(DisputedCharge.Responsible))
            .Yield((charge, to) => to.Entitlement(charge.ResponsibilityEstablished, charge.Total * figures.CompanyResponsible));

        InAdvance(figures);
        Charges(figures);
        ClosedAccounts(figures);

        Settle<DisputedCharge, RefundPayment>(
            ["RFD-01", "RFD-02", "RFD-03", "RFD-04", "RFD-05", "RFD-06", "RFD-07"],
            currency: charge => charge.Overcharge.Currency,
            chargeOf: payment => payment.ChargeId,
            paidAt: payment => payment.PaidAt,
            amount: payment => payment.Amount);
    }
}
