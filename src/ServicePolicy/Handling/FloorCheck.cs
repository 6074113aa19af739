using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>What was seen on the floor of a hall at an instant.</summary>
public sealed record FloorCheck : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall; its queue snapshots tell whether it was peak.</summary>
    public required string HallId { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether every counter serves.</summary>
    public YesNo EveryCounterServes { get; init; }

    /// <summary>Whether a dedicated person keeps the floor.</summary>
    public YesNo FloorKept { get; init; }

    /// <summary>Whether the line is orderly.</summary>
    public YesNo LineOrderly { get; init; }

    /// <summary>Whether a shift change is under way.</summary>
    public YesNo ShiftChange { get; init; }

    /// <summary>Whether something else is being sold to a customer whose need is met.</summary>
    public YesNo SellingOn { get; init; }

    /// <summary>The managers and shift leads on the floor.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? LeadsOnFloor { get; init; }

    /// <summary>The queue formed; it has not where nobody waits, or had not where that was later.</summary>
    public Occurrence QueueFormed { get; init; }

    /// <summary>Whether a member of staff is free.</summary>
    public YesNo StaffFree { get; init; }

    /// <summary>Whether free staff look after the people waiting.</summary>
    public YesNo WaitingLookedAfter { get; init; }

    /// <summary>Whether a roving helper minds the devices.</summary>
    public YesNo RovingHelper { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (LeadsOnFloor < 0)
        {
            problems.Add(this, nameof(LeadsOnFloor), $"'{LeadsOnFloor}' is negative. Give a count of zero or more.");
        }
    }
}
