using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <summary>A customer's complaint.</summary>
public sealed record Complaint : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the complaint was taken; limits on it begin then, unless it first has to turn out that they apply.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The Id of the customer, whose tier the complaint has where the host does not pass it and the case has the customer (CUS-01).</summary>
    public string? CustomerId { get; init; }

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

    /// <summary>It turned out that the complaint could not be settled on the spot.</summary>
    public Occurrence NotSettledOnTheSpot { get; init; }

    /// <summary>The stars of the hall that took it; asked for only of a complaint that was not settled on the spot (CMP-07, CMP-09).</summary>
    public StarRating HallStars { get; init; }

    /// <summary>Whether the customer is a key customer; asked for only of a complaint that was not settled on the spot (CMP-13).</summary>
    public YesNo KeyCustomer { get; init; }

    /// <summary>The key customer was contacted about the work that the complaint needs.</summary>
    public Occurrence KeyCustomerContacted { get; init; }

    /// <summary>The matter it is about, the same in every complaint about that matter, if it was given one.</summary>
    public string? Matter { get; init; }

    /// <summary>Whether the complaint is a valid one; asked for only over a period (CMP-08).</summary>
    public YesNo Valid { get; init; }

    /// <summary>The brand of the customer's plan; asked for only where a hall's own limit is set for a brand (CMP-24).</summary>
    public Brand Brand { get; init; }

    /// <summary>The department responsible has handled the complaint.</summary>
    public Occurrence DepartmentHandled { get; init; }

    /// <summary>The customer was contacted with the result that the department came to.</summary>
    public Occurrence ResultTold { get; init; }

    Instant IFact.OpenedAt => ReceivedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FirstReply, ReceivedAt);
        problems.NotBefore(this, Resolved, ReceivedAt);
        problems.NotBefore(this, Referred, ReceivedAt);
        problems.NotBefore(this, NotSettledOnTheSpot, ReceivedAt);
        problems.NotBefore(this, DepartmentHandled, ReceivedAt);
    }
}
