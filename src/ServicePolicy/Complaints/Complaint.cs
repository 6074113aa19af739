using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <summary>A customer's complaint.</summary>
public sealed record Complaint : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the complaint was taken; every limit on it begins then.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The customer's tier when the complaint was taken.</summary>
    public CustomerTier Tier { get; init; }

    /// <summary>Who filed it.</summary>
    public Filer FiledBy { get; init; }

    /// <summary>Its number in the ticket system; none where it was not recorded.</summary>
    public Reference Ticket { get; init; }

    /// <summary>What networks it is about; asked for only where an extension of the limit is set (CMP-06).</summary>
    public ComplaintScope Scope { get; init; }

    /// <summary>The first reply to the customer.</summary>
    public Occurrence FirstReply { get; init; }

    /// <summary>The resolution.</summary>
    public Occurrence Resolved { get; init; }

    /// <summary>When the clock stood still: waiting for the customer, or for an agreed time. An end that is left open means it still does.</summary>
    public IntervalSet Suspended { get; init; } = IntervalSet.Empty;

    /// <summary>The customer, or the complaint, was sent on to someone else.</summary>
    public Occurrence Referred { get; init; }

    /// <summary>Where it was sent.</summary>
    public Referral ReferredTo { get; init; }

    Instant IFact.OpenedAt => ReceivedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FirstReply, ReceivedAt);
        problems.NotBefore(this, Resolved, ReceivedAt);
        problems.NotBefore(this, Referred, ReceivedAt);
    }
}
