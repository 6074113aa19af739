using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>An important file, as it was seen.</summary>
public sealed record ImportantFile : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether it asks for a password when it is opened.</summary>
    public YesNo OpeningPassword { get; init; }

    Instant IFact.OpenedAt => SeenAt;
}
