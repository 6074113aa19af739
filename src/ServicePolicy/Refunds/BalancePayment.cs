using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>The balance of a closed account, or part of it, paid out or moved to a number.</summary>
public sealed record BalancePayment : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the closure of the account.</summary>
    public required string ClosureId { get; init; }

    /// <summary>When it was paid out or moved.</summary>
    public required Instant PaidAt { get; init; }

    /// <summary>What was paid out or moved.</summary>
    public required Money Amount { get; init; }

    /// <summary>The number it moved to; asked for only of a prepaid account.</summary>
    public Reference ToNumber { get; init; }

    /// <summary>Whether that number is active.</summary>
    public YesNo NumberIsActive { get; init; }

    /// <summary>Whether that number is one of the operator.</summary>
    public YesNo NumberIsOurs { get; init; }

    /// <summary>The payment was returned, or it failed: from then on it does not count.</summary>
    public Occurrence Returned { get; init; }

    Instant IFact.OpenedAt => PaidAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Amount);
        problems.NotBefore(this, Returned, PaidAt);
    }
}
