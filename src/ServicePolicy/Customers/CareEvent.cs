using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>Something that was done for a key customer, or for all of a programme.</summary>
public sealed record CareEvent : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the individual or group customer for whom it was done.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The Id of the programme for which it was done: of forums and festival care.</summary>
    public string? ProgrammeId { get; init; }

    /// <summary>When it was arranged, at the latest when it took place.</summary>
    public required Instant ArrangedAt { get; init; }

    /// <summary>What was done.</summary>
    public CareKind Kind { get; init; }

    /// <summary>It took place.</summary>
    public Occurrence TookPlace { get; init; }

    /// <summary>Which user of the group was asked; asked for only then.</summary>
    public Reference User { get; init; }

    Instant IFact.OpenedAt => ArrangedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, TookPlace, ArrangedAt);
}
