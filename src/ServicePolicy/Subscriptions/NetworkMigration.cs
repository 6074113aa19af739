using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's move to the new network, and what was demanded for it.</summary>
public sealed record NetworkMigration : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer asked to move.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Whether a new card was demanded.</summary>
    public YesNo CardDemanded { get; init; }

    /// <summary>Whether a new number was demanded.</summary>
    public YesNo NumberDemanded { get; init; }

    /// <summary>Whether a new registration was demanded.</summary>
    public YesNo RegistrationDemanded { get; init; }

    Instant IFact.OpenedAt => AskedAt;
}
