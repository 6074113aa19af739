using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>Something else than the counter that was suggested to a customer who came to a hall.</summary>
public sealed record Redirection : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the visit, which tells whether the customer was served.</summary>
    public required string VisitId { get; init; }

    /// <summary>When it was suggested.</summary>
    public required Instant SuggestedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>What was suggested.</summary>
    public RedirectionTarget To { get; init; }

    /// <summary>Whether it was said so as to turn the customer away, and not as a suggestion.</summary>
    public YesNo TurnedAway { get; init; }

    /// <summary>The customer insisted on being served.</summary>
    public Occurrence Insisted { get; init; }

    Instant IFact.OpenedAt => SuggestedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Insisted, SuggestedAt);
}
