using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>A subscription that is, or would be, charged for.</summary>
public sealed record ChargedSubscription : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was ordered.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>The Id of the charge taken for it, if one was.</summary>
    public string? ChargeId { get; init; }

    /// <summary>The customer confirmed it.</summary>
    public Occurrence Confirmed { get; init; }

    /// <summary>The customer cancelled it on the charge reminder.</summary>
    public Occurrence CancelledOnReminder { get; init; }

    Instant IFact.OpenedAt => OrderedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Confirmed, OrderedAt);
        problems.NotBefore(this, CancelledOnReminder, OrderedAt);
    }
}
