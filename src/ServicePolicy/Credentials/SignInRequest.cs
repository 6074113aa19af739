using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Someone asks to use an operator's account: the root of a case with the account and its events, for <see cref="PolicyEngine.EvaluateRequest(PolicyCase, Instant)"/>.</summary>
public sealed record SignInRequest : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>The workplace from which it was asked; where it is not given it may be any.</summary>
    public Reference Place { get; init => field = value.OrUnknown(); } = Reference.Unknown;

    /// <summary>What for.</summary>
    public SignInPurpose Purpose { get; init; }

    Instant IFact.OpenedAt => RequestedAt;
}
