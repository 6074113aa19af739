using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>How a customer inclined to dispute was received.</summary>
public sealed record DisputeReception : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When the customer was seen to be inclined to dispute.</summary>
    public required Instant InclinedAt { get; init; }

    /// <summary>The customer was taken to the reception room.</summary>
    public Occurrence TakenToRoom { get; init; }

    /// <summary>One dedicated handler was given.</summary>
    public Occurrence HandlerAssigned { get; init; }

    /// <summary>Someone else took over from the dedicated handler.</summary>
    public Occurrence HandlerReplaced { get; init; }

    Instant IFact.OpenedAt => InclinedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, HandlerReplaced, InclinedAt);
}
