using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A customer's question or request that somebody took, and so owns until it is closed (CMP-03).</summary>
public sealed record Consultation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was taken.</summary>
    public required Instant TakenAt { get; init; }

    /// <summary>The customer, or the consultation, was sent on to someone else.</summary>
    public Occurrence Referred { get; init; }

    /// <summary>Where it was sent.</summary>
    public Referral ReferredTo { get; init; }

    /// <summary>It was closed.</summary>
    public Occurrence Closed { get; init; }

    Instant IFact.OpenedAt => TakenAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Referred, TakenAt);
        problems.NotBefore(this, Closed, TakenAt);
    }
}
