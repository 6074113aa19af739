using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A customer's payment at a counter.</summary>
public sealed record CounterPayment : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer came to pay.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The customer's name was matched to the number.</summary>
    public Occurrence NameMatched { get; init; }

    /// <summary>The money was taken.</summary>
    public Occurrence MoneyTaken { get; init; }

    /// <summary>The receipt was given.</summary>
    public Occurrence ReceiptGiven { get; init; }

    Instant IFact.OpenedAt => StartedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, NameMatched, StartedAt);
        problems.NotBefore(this, MoneyTaken, StartedAt);
        problems.NotBefore(this, ReceiptGiven, StartedAt);
    }
}
