using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's wish to pay or to top up in a hall, of whatever region the number is and whoever has it.</summary>
public sealed record PaymentOffer : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer wanted to pay.</summary>
    public required Instant OfferedAt { get; init; }

    /// <summary>What for.</summary>
    public PaymentKind Kind { get; init; }

    /// <summary>Whose hall it is.</summary>
    public HallOwner Hall { get; init; }

    /// <summary>What the customer wanted to pay.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public Money? Amount { get; init; }

    /// <summary>The payment was taken.</summary>
    public Occurrence Taken { get; init; }

    /// <summary>The payment was refused.</summary>
    public Occurrence Refused { get; init; }

    Instant IFact.OpenedAt => OfferedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Amount is { } amount)
        {
            problems.NotNegative(this, amount, nameof(Amount));
        }

        problems.NotBefore(this, Taken, OfferedAt);
        problems.NotBefore(this, Refused, OfferedAt);
    }
}
