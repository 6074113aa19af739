using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.PostgreSql.Tests;

/// <summary>A VIP's complaint: CMP-05 is at risk after 6 of its 8 hours and breached a tick after the 8th, CMP-04 after 36 and 48 hours.</summary>
internal static class Example
{
    public static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0);
    public static readonly Instant AtRisk = Instant.FromUtc(2026, 11, 20, 7, 0);
    public static readonly Instant Breached = Instant.FromUtc(2026, 11, 20, 9, 0) + Duration.Epsilon;
    public static readonly Instant ReplyAtRisk = Instant.FromUtc(2026, 11, 21, 13, 0);
    public static readonly Instant ReplyBreached = Instant.FromUtc(2026, 11, 22, 1, 0) + Duration.Epsilon;

    public static PolicyEngine Engine { get; } = PolicyEngine.Create(ServiceStandards.Default);

    public static Complaint Complaint(string id = "CP-1017") => new()
    {
        Id = id,
        Tier = CustomerTier.Vip,
        ReceivedAt = Taken,
        FiledBy = Filer.AccountHolder,
        Ticket = "T-88231",
    };

    public static PolicyCase Case(string id = "CP-1017") => new(Complaint(id));
}
