using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>Money paid back on a charge.</summary>
public sealed record RefundPayment : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the charge.</summary>
    public required string ChargeId { get; init; }

    /// <summary>When it was paid.</summary>
    public required Instant PaidAt { get; init; }

    /// <summary>What was paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>How it was paid.</summary>
    public RefundChannel Channel { get; init; }

    /// <summary>The reason on record for paying it in another way than through the billing system.</summary>
    public Reference Reason { get; init; }

    /// <summary>The payment was returned, or it failed: from then on it does not count.</summary>
    public Occurrence Returned { get; init; }

    Instant IFact.OpenedAt => PaidAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Amount);
        problems.NotBefore(this, Returned, PaidAt);
    }
}
