using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A check of a customer's service password during a call.</summary>
public sealed record ServicePasswordCheck : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the call.</summary>
    public required string CallId { get; init; }

    /// <summary>When it was checked.</summary>
    public required Instant CheckedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>Whether the password was right.</summary>
    public YesNo Passed { get; init; }

    Instant IFact.OpenedAt => CheckedAt;
}
