using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A customer's suggestion.</summary>
public sealed record Suggestion : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>It was found to be valid.</summary>
    public Occurrence FoundValid { get; init; }

    /// <summary>The customer had feedback on it.</summary>
    public Occurrence FeedbackGiven { get; init; }

    /// <summary>It was passed up.</summary>
    public Occurrence PassedUp { get; init; }

    Instant IFact.OpenedAt => MadeAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FoundValid, MadeAt);
        problems.NotBefore(this, FeedbackGiven, MadeAt);
    }
}
