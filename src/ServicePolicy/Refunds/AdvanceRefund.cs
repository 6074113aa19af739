using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>A refund asked for in advance of knowing who is responsible.</summary>
public sealed record AdvanceRefund : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the charge.</summary>
    public required string ChargeId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Whether the customer insists strongly.</summary>
    public YesNo CustomerInsists { get; init; }

    /// <summary>The complaint desk agreed.</summary>
    public Occurrence DeskAgreed { get; init; }

    /// <summary>It was granted.</summary>
    public Occurrence Granted { get; init; }

    /// <summary>It was verified after it had been granted.</summary>
    public Occurrence Verified { get; init; }

    /// <summary>Whether the verification upheld it; asked for only once there was one.</summary>
    public YesNo Upheld { get; init; }

    /// <summary>The customer was told that the refund will be verified, and by when.</summary>
    public Occurrence CustomerTold { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, DeskAgreed, AskedAt);
        problems.NotBefore(this, Granted, AskedAt);
    }
}
