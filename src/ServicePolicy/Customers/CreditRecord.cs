using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The credit of an individual or group customer, from an instant until that of the next record.</summary>
public sealed record CreditRecord : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>From when it stands.</summary>
    public required Instant From { get; init; }

    /// <summary>Whether the credit is good.</summary>
    public YesNo Good { get; init; }

    /// <summary>How much the customer may owe.</summary>
    /// <value><see langword="null"/> where none was set for the customer: then the usual range is all that is known of it.</value>
    public Money? Limit { get; init; }

    Instant IFact.OpenedAt => From;

    void IFact.Check(ref FactProblems problems)
    {
        if (Limit is { } limit)
        {
            problems.NotNegative(this, limit, nameof(Limit));
        }
    }
}
