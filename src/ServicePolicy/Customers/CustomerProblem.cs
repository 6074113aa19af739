using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>A problem of a key customer that came up in a contact.</summary>
public sealed record CustomerProblem : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the individual or group customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>When it came up.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>It turned out that it cannot be solved where it came up.</summary>
    public Occurrence CannotBeSolved { get; init; }

    /// <summary>It was passed to the next level.</summary>
    public Occurrence PassedUp { get; init; }

    Instant IFact.OpenedAt => FoundAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, CannotBeSolved, FoundAt);
        problems.NotBefore(this, PassedUp, FoundAt);
    }
}
