using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A fault of a self-service device.</summary>
public sealed record DeviceFault : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the fault was found; both limits begin then.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>The key of the hall's calendar, in which the working days of the repair count.</summary>
    public string? Calendar { get; init; }

    /// <summary>The fault was reported.</summary>
    public Occurrence Reported { get; init; }

    /// <summary>A repair plan was made.</summary>
    public Occurrence RepairPlanned { get; init; }

    /// <summary>The "out of order" sign was put up.</summary>
    public Occurrence SignPutUp { get; init; }

    /// <summary>The device was repaired.</summary>
    public Occurrence Repaired { get; init; }

    Instant IFact.OpenedAt => FoundAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Reported, FoundAt);
        problems.NotBefore(this, RepairPlanned, FoundAt);
        problems.NotBefore(this, SignPutUp, FoundAt);
        problems.NotBefore(this, Repaired, FoundAt);
    }
}
