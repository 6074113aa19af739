using NodaTime;
using ServicePolicy.Subscriptions;

namespace ServicePolicy.Messaging;

/// <summary>A customer's consent to advertising.</summary>
public sealed record AdvertisingConsent : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it was given; it counts from then on.</summary>
    public required Instant GivenAt { get; init; }

    /// <summary>Whether the customer gave it; nobody else can, a group for its members neither.</summary>
    public YesNo ByCustomer { get; init; }

    /// <summary>How it was given.</summary>
    public ConsentForm Form { get; init; }

    /// <summary>What evidence of it is kept.</summary>
    public ConsentEvidence Evidence { get; init; }

    /// <summary>It was withdrawn, and counts no longer.</summary>
    public Occurrence Withdrawn { get; init; }

    Instant IFact.OpenedAt => GivenAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Withdrawn, GivenAt);
}
