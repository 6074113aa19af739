using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's wish to end one value-added service; one of several, or of all, is a fact of its own.</summary>
public sealed record ServiceCancellation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The service.</summary>
    public string? Service { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>The service was ended.</summary>
    public Occurrence Ended { get; init; }

    /// <summary>The customer was refused, or sent elsewhere for it.</summary>
    public Occurrence Refused { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Ended, AskedAt);
        problems.NotBefore(this, Refused, AskedAt);
    }
}
