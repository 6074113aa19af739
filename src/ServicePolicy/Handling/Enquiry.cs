using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A question of a customer, and how its answer was found.</summary>
public sealed record Enquiry : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>The answer was found by looking it up.</summary>
    public Occurrence LookedUp { get; init; }

    /// <summary>A colleague was asked for the answer.</summary>
    public Occurrence ColleagueAsked { get; init; }

    /// <summary>The answer was given.</summary>
    public Occurrence Answered { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, LookedUp, AskedAt);
        problems.NotBefore(this, ColleagueAsked, AskedAt);
        problems.NotBefore(this, Answered, AskedAt);
    }
}
