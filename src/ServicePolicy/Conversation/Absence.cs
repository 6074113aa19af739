using NodaTime;

namespace ServicePolicy.Conversation;

/// <summary>A member of staff who leaves the customer for a moment.</summary>
public sealed record Absence : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the member of staff left.</summary>
    public required Instant LeftAt { get; init; }

    /// <summary>The customer had an apology.</summary>
    public Occurrence Apologised { get; init; }

    /// <summary>The customer was told why.</summary>
    public Occurrence ReasonGiven { get; init; }

    /// <summary>The customer consented.</summary>
    public Occurrence Consented { get; init; }

    Instant IFact.OpenedAt => LeftAt;
}
