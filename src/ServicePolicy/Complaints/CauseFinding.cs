using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>The cause of what a customer complains of, as it was established.</summary>
public sealed record CauseFinding : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When it was established.</summary>
    public required Instant EstablishedAt { get; init; }

    /// <summary>The cause.</summary>
    public ComplaintCause Cause { get; init; }

    /// <summary>The complaint was transferred to the company responsible.</summary>
    public Occurrence Transferred { get; init; }

    /// <summary>The customer was told the result of that company.</summary>
    public Occurrence ResultTold { get; init; }

    /// <summary>The customer was answered directly.</summary>
    public Occurrence AnsweredDirectly { get; init; }

    /// <summary>The complaint was passed on.</summary>
    public Occurrence PassedOn { get; init; }

    Instant IFact.OpenedAt => EstablishedAt;
}
