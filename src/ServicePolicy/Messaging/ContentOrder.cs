using NodaTime;
using ServicePolicy.Subscriptions;

namespace ServicePolicy.Messaging;

/// <summary>A customer's order of content on demand.</summary>
/// <remarks>Orders at one instant are in order of <see cref="Sequence"/>, then Id.</remarks>
public sealed record ContentOrder : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it was ordered.</summary>
    public required Instant OrderedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>How it was ordered.</summary>
    public OrderChannel Channel { get; init; }

    /// <summary>The time zone of the customer, such as <c>Asia/Shanghai</c>; days are the customer's.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>The customer was told the fee.</summary>
    public Occurrence FeeTold { get; init; }

    Instant IFact.OpenedAt => OrderedAt;

    void IFact.Check(ref FactProblems problems) => problems.TimeZoneExists(this, Zone);
}
