using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>Traffic that a charge is for.</summary>
public sealed record ChargedTraffic : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the charge.</summary>
    public required string ChargeId { get; init; }

    /// <summary>When it was used.</summary>
    public required Instant UsedAt { get; init; }

    /// <summary>What was charged for it.</summary>
    public required Money Cost { get; init; }

    /// <summary>The page that tells the fee was shown.</summary>
    public Occurrence FeePageShown { get; init; }

    Instant IFact.OpenedAt => UsedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotNegative(this, Cost);
}
