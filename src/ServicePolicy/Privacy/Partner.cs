using NodaTime;

namespace ServicePolicy.Privacy;

/// <summary>A partner of the operator.</summary>
public sealed record Partner : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the partner was contracted.</summary>
    public required Instant ContractedAt { get; init; }

    /// <summary>The kind of partner.</summary>
    public PartnerKind Kind { get; init; }

    Instant IFact.OpenedAt => ContractedAt;
}
