using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>A reminder of how much data a customer has used.</summary>
public sealed record UsageReminder : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it was handed over for sending.</summary>
    public required Instant QueuedAt { get; init; }

    /// <summary>It went out; it counts for the month in which it did.</summary>
    public Occurrence Sent { get; init; }

    Instant IFact.OpenedAt => QueuedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Sent, QueuedAt);
}
