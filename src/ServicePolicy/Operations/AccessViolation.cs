using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>An access to customer data against the rules, found when access was checked.</summary>
public sealed record AccessViolation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>When it was found.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>It was reported upward.</summary>
    public Occurrence ReportedUpward { get; init; }

    Instant IFact.OpenedAt => FoundAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, ReportedUpward, FoundAt);
}
