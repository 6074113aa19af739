using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>A visit to a customer's place, by who cares for key customers or by a collector.</summary>
public sealed record FieldVisit : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>What it is for.</summary>
    public FieldVisitKind Kind { get; init; }

    /// <summary>The visit was agreed with the customer.</summary>
    public Occurrence Agreed { get; init; }

    /// <summary>Whether the visitor began by showing who it is.</summary>
    public YesNo Identified { get; init; }

    /// <summary>How often the visitor knocked.</summary>
    /// <value><see langword="null"/> where nobody counted.</value>
    public int? Knocks { get; init; }

    /// <summary>How far the visitor stood from the customer in talk, in metres; of a collector, how far from the door.</summary>
    /// <value><see langword="null"/> where nobody measured it.</value>
    public decimal? Distance { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Knocks);
        problems.NotNegative(this, Distance);
    }
}
