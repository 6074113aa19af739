using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>A recharge card that a customer cannot use.</summary>
public sealed record DamagedCard : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the customer brought it.</summary>
    public required Instant BroughtAt { get; init; }

    /// <summary>Whether its code was damaged by scratching.</summary>
    public YesNo DamagedByScratching { get; init; }

    /// <summary>It was exchanged.</summary>
    public Occurrence Exchanged { get; init; }

    /// <summary>What the customer was charged for the exchange, if anything.</summary>
    public Money? Fee { get; init; }

    Instant IFact.OpenedAt => BroughtAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Exchanged, BroughtAt);
        if (Fee is { } fee)
        {
            problems.NotNegative(this, fee, nameof(Fee));
        }
    }
}
