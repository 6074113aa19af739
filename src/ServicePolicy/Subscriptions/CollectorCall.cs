using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A collector's visit to a customer who owes money.</summary>
public sealed record CollectorCall : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the collector came.</summary>
    public required Instant VisitedAt { get; init; }

    /// <summary>The collector took money, with a receipt or without.</summary>
    public Occurrence MoneyTaken { get; init; }

    /// <summary>The collector declined to take money.</summary>
    public Occurrence Declined { get; init; }

    Instant IFact.OpenedAt => VisitedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, MoneyTaken, VisitedAt);
        problems.NotBefore(this, Declined, VisitedAt);
    }
}
