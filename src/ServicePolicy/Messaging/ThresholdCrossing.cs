using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>A customer's data usage that crossed a threshold of the plan.</summary>
public sealed record ThresholdCrossing : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer; the customer's keyword messages tell whether reminders were asked for.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it did.</summary>
    public required Instant CrossedAt { get; init; }

    /// <summary>The customer was reminded.</summary>
    public Occurrence Reminded { get; init; }

    Instant IFact.OpenedAt => CrossedAt;
}
