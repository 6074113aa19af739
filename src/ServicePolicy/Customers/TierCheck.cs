using System.Globalization;
using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The tier of key customers of a service area, as it was counted.</summary>
public sealed record TierCheck : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was counted.</summary>
    public required Instant CountedAt { get; init; }

    /// <summary>The key customers.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? KeyCustomers { get; init; }

    /// <summary>All contracted customers.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? ContractedCustomers { get; init; }

    /// <summary>The share of the profit that key customers bring, from 0 to 1; asked for only where a share is set.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public decimal? ProfitShare { get; init; }

    Instant IFact.OpenedAt => CountedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, KeyCustomers);
        problems.NotNegative(this, ContractedCustomers);
        if (KeyCustomers > ContractedCustomers)
        {
            problems.Add(this, nameof(KeyCustomers), $"'{KeyCustomers}' is more than there are contracted customers, '{ContractedCustomers}'. Correct one of the two.");
        }

        if (ProfitShare is < 0 or > 1)
        {
            problems.Add(this, nameof(ProfitShare), string.Create(CultureInfo.InvariantCulture, $"'{ProfitShare}' is no share. Give a number from 0 to 1."));
        }
    }
}
