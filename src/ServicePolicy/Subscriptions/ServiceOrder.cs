using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's order of a service, and what the customer is told about it.</summary>
public sealed record ServiceOrder : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was ordered.</summary>
    public required Instant OrderedAt { get; init; }

    /// <summary>How it was ordered.</summary>
    public OrderChannel Channel { get; init; }

    /// <summary>Whether the customer was told at the order how to use it.</summary>
    public YesNo UseTold { get; init; }

    /// <summary>Whether the customer was told at the order when it takes effect.</summary>
    public YesNo StartTold { get; init; }

    /// <summary>Whether the customer was told at the order what it costs, nothing included.</summary>
    public YesNo CostTold { get; init; }

    /// <summary>It became active.</summary>
    public Occurrence Activated { get; init; }

    /// <summary>The customer was told that it is active; what is told before it is confirms nothing.</summary>
    public Occurrence ActivationTold { get; init; }

    Instant IFact.OpenedAt => OrderedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Activated, OrderedAt);
}
