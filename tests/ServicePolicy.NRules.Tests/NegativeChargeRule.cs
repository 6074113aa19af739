using NRules.Fluent.Dsl;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

namespace ServicePolicy.NRules.Tests;

/// <summary>A rule of a host that makes a fact which cannot be.</summary>
public sealed class NegativeChargeRule : Rule
{
    public override void Define()
    {
        Complaint complaint = null!;

        When()
            .Match(() => complaint, c => c.Tier == CustomerTier.Vip);

        Then()
            .Yield(_ => new DisputedCharge { Id = complaint.Id, ChargedAt = complaint.ReceivedAt, Overcharge = Money.Cny(-10), ChargingErrorEstablished = complaint.ReceivedAt });
    }
}
