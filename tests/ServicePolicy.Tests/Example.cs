using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

namespace ServicePolicy.Tests;

/// <summary>Facts to write others from.</summary>
internal static class Example
{
    /// <summary>A VIP's complaint, received at the origin, recorded, and nothing done yet.</summary>
    public static readonly Complaint Complaint = new()
    {
        Id = "C1",
        ReceivedAt = Arbitraries.Origin,
        Tier = CustomerTier.Vip,
        FiledBy = Filer.AccountHolder,
        Ticket = "T",
        Scope = ComplaintScope.Local,
    };

    /// <summary>A charge of 10 CNY that the complaint disputes, and nothing established yet.</summary>
    public static readonly DisputedCharge Charge = new()
    {
        Id = "D1",
        ChargedAt = Arbitraries.Origin,
        Overcharge = Money.Cny(10),
        ComplaintId = "C1",
    };
}
