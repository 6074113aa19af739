using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's order of an information service.</summary>
public sealed record Subscription : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was ordered; a repeated order is one of its own, and confirms nothing.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>How the service is charged for.</summary>
    public ServiceBilling Billing { get; init; }

    /// <summary>The order was answered by a request for confirmation.</summary>
    public Occurrence ConfirmationRequested { get; init; }

    /// <summary>The customer answered that request.</summary>
    public Occurrence Answered { get; init; }

    /// <summary>Whether the answer is a yes; asked for only once there is one.</summary>
    public YesNo SaidYes { get; init; }

    /// <summary>The service started.</summary>
    public Occurrence Started { get; init; }

    Instant IFact.OpenedAt => OrderedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, ConfirmationRequested, OrderedAt);
        problems.NotBefore(this, Answered, OrderedAt);
        problems.NotBefore(this, Started, OrderedAt);
    }
}
