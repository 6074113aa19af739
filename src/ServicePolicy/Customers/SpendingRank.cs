using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The rank of a customer by spending, for the time in which it stands.</summary>
/// <remarks>The ranks of one customer do not overlap. Customers who spend the same have the same rank, and the next one counts all before it: 1, 2, 2, 4.</remarks>
public sealed record SpendingRank : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When the ranking was made.</summary>
    public required Instant RankedAt { get; init; }

    /// <summary>Until when it stands: when the next one is due.</summary>
    public required Instant Until { get; init; }

    /// <summary>The rank among the contracted individuals of the service area, from 1 for who spends most.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public int? Rank { get; init; }

    /// <summary>How many contracted individuals the service area has.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? ContractedCustomers { get; init; }

    Instant IFact.OpenedAt => RankedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Until <= RankedAt)
        {
            problems.Add(this, nameof(Until), $"'{Until}' is not after {nameof(RankedAt)} '{RankedAt}'. Give the end of the time for which the rank stands.");
        }

        if (Rank < 1)
        {
            problems.Add(this, nameof(Rank), $"'{Rank}' is no rank. Give 1 for the first.");
        }

        problems.NotNegative(this, ContractedCustomers);
        if (Rank > ContractedCustomers)
        {
            problems.Add(this, nameof(Rank), $"'{Rank}' is more than there are contracted customers, '{ContractedCustomers}'. Correct one of the two.");
        }
    }
}
