using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A call in which a customer is asked for the service password.</summary>
public sealed record ServiceCall : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>The end of the call.</summary>
    public Occurrence Ended { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Ended, BeganAt);
}
