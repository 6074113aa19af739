using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>The first password of an operator's account.</summary>
public sealed record InitialPassword : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was issued.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>Whether the system made it at random.</summary>
    public YesNo MadeBySystem { get; init; }

    /// <summary>Whether it was sent by SMS to the number bound to the account.</summary>
    public YesNo SentToBoundNumber { get; init; }

    /// <summary>Its first use.</summary>
    public Occurrence FirstUse { get; init; }

    /// <summary>The operator changed it.</summary>
    public Occurrence Changed { get; init; }

    Instant IFact.OpenedAt => IssuedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FirstUse, IssuedAt);
        problems.NotBefore(this, Changed, IssuedAt);
    }
}
