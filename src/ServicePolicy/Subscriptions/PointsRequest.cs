using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A GoTone customer's query or donation of points.</summary>
public sealed record PointsRequest : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked for; whether it may be done is decided from then on.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What the customer wants with them.</summary>
    public PointsOperation Operation { get; init; }

    /// <summary>The code by which it was asked for; none where it was asked for in another way.</summary>
    public Reference Code { get; init; }

    /// <summary>The points that the customer has; asked for only of a donation.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public int? Balance { get; init; }

    /// <summary>The points to donate; asked for only of a donation.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public int? Points { get; init; }

    /// <summary>It was done.</summary>
    public Occurrence Done { get; init; }

    /// <summary>It was refused.</summary>
    public Occurrence Refused { get; init; }

    /// <summary>A fee was charged for the customer's message.</summary>
    public Occurrence FeeCharged { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Balance);
        problems.NotNegative(this, Points);
        problems.NotBefore(this, Done, AskedAt);
        problems.NotBefore(this, Refused, AskedAt);
    }
}
