using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A charge that was taken for a subscription; its Id is that of the charge.</summary>
public sealed record SubscriptionCharge : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the subscription.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>When it was taken.</summary>
    public required Instant ChargedAt { get; init; }

    /// <summary>A reminder of the charge went out to the customer.</summary>
    public Occurrence Reminded { get; init; }

    /// <summary>Whether the reminder says how to object; asked for only where one went out.</summary>
    public YesNo OpenToObjection { get; init; }

    Instant IFact.OpenedAt => ChargedAt;
}
