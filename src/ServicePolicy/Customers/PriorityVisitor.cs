using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>A customer in a hall who may be one of those that are served first and helped.</summary>
public sealed record PriorityVisitor : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall.</summary>
    public string? HallId { get; init; }

    /// <summary>When the customer came.</summary>
    public required Instant CameAt { get; init; }

    /// <summary>Who the customer is.</summary>
    public PriorityGroup Group { get; init; }

    /// <summary>An ordinary customer who was waiting was called before this one; who was at a counter already does not count.</summary>
    public Occurrence Overtaken { get; init; }

    /// <summary>The customer was served.</summary>
    public Occurrence Served { get; init; }

    /// <summary>Whether the customer was helped.</summary>
    public YesNo Helped { get; init; }

    Instant IFact.OpenedAt => CameAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Overtaken, CameAt);
        problems.NotBefore(this, Served, CameAt);
    }
}
