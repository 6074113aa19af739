using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A customer's refusal of the outcome of a complaint.</summary>
public sealed record OutcomeRejection : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When the customer rejected the outcome.</summary>
    public required Instant RejectedAt { get; init; }

    /// <summary>The complaint went to the next level.</summary>
    public Occurrence Escalated { get; init; }

    /// <summary>Someone contacted the customer about it.</summary>
    public Occurrence Contacted { get; init; }

    /// <summary>Who, by name; none where nobody was named.</summary>
    public Reference ContactPerson { get; init; }

    Instant IFact.OpenedAt => RejectedAt;
}
