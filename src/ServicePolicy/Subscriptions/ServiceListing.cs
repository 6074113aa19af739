using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's query of all value-added services that the customer has.</summary>
public sealed record ServiceListing : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>The keyword by which it was asked; none where it was asked in another way.</summary>
    public Reference Keyword { get; init; }

    /// <summary>It was answered.</summary>
    public Occurrence Answered { get; init; }

    /// <summary>Whether the answer has all of them; asked for only once there is one.</summary>
    public YesNo AllListed { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Answered, AskedAt);
}
