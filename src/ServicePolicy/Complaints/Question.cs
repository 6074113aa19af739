using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A customer's question.</summary>
public sealed record Question : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Whether the first contact solved it.</summary>
    public YesNo SolvedAtFirstContact { get; init; }

    Instant IFact.OpenedAt => AskedAt;
}
