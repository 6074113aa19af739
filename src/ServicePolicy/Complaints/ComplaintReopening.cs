using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>That a complaint which was resolved was taken up again.</summary>
public sealed record ComplaintReopening : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When it was taken up again.</summary>
    public required Instant ReopenedAt { get; init; }

    /// <summary>It was resolved again.</summary>
    public Occurrence ResolvedAgain { get; init; }

    Instant IFact.OpenedAt => ReopenedAt;
}
