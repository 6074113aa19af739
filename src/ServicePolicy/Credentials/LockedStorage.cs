using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A safe or a cabinet, as it was seen.</summary>
public sealed record LockedStorage : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether it was locked.</summary>
    public YesNo Locked { get; init; }

    /// <summary>Who is named as the keeper of its key; none where nobody is.</summary>
    public Reference KeyKeeper { get; init; }

    Instant IFact.OpenedAt => SeenAt;
}
