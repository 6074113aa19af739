using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A customer's visit to a hall.</summary>
public sealed record Visit : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall; without it the visit counts in no hall's day.</summary>
    public string? HallId { get; init; }

    /// <summary>When the customer entered; waiting begins then.</summary>
    public required Instant EnteredAt { get; init; }

    /// <summary>What the customer came for.</summary>
    public VisitPurpose Purpose { get; init; }

    /// <summary>The customer was greeted.</summary>
    public Occurrence Greeted { get; init; }

    /// <summary>The customer was served: the waiting ended.</summary>
    public Occurrence Served { get; init; }

    /// <summary>The customer left; one who was not served waits no longer.</summary>
    public Occurrence Left { get; init; }

    /// <summary>The customer, a GoTone VIP, declared the status.</summary>
    public Occurrence VipDeclared { get; init; }

    /// <summary>A dedicated person received the VIP.</summary>
    public Occurrence VipReceived { get; init; }

    Instant IFact.OpenedAt => EnteredAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Greeted, EnteredAt);
        problems.NotBefore(this, Served, EnteredAt);
        problems.NotBefore(this, Left, EnteredAt);
        problems.NotBefore(this, VipDeclared, EnteredAt);
        problems.NotBefore(this, VipReceived, EnteredAt);
    }
}
