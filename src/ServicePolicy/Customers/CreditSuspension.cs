using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The suspension of a customer who owes money: asked for, and perhaps carried out.</summary>
/// <remarks>The root of a case for <see cref="PolicyEngine.EvaluateRequest(PolicyCase, Instant)"/> as long as it is only asked for.</remarks>
public sealed record CreditSuspension : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>When it was asked for, at the latest when it was carried out.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What the customer owes.</summary>
    public required Money Owed { get; init; }

    /// <summary>Whether the customer is a key customer; asked for only where the case has not the customer.</summary>
    public YesNo KeyCustomer { get; init; }

    /// <summary>The customer was suspended.</summary>
    public Occurrence Suspended { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Owed);
        problems.NotBefore(this, Suspended, AskedAt);
    }
}
