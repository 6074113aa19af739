using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Tests.Docs;

/// <summary>A complaint as a host's table has it.</summary>
public sealed class ComplaintRow
{
    public required string Number { get; init; }

    public required Instant TakenAt { get; init; }

    public required bool IsVip { get; init; }

    public Instant? ClosedAt { get; set; }

    public bool IsMigrated { get; init; }

    public Complaint ToFact() => new()
    {
        Id = Number,
        Ticket = Number,
        ReceivedAt = TakenAt,
        Tier = IsVip ? CustomerTier.Vip : CustomerTier.Unknown,             // the table knows no other tier
        FiledBy = Filer.AccountHolder,
        Resolved = ClosedAt is { } closed ? closed
            : IsMigrated ? Occurrence.UnknownWhether                        // the old system did not record it
            : Occurrence.NotHappened,
    };
}
