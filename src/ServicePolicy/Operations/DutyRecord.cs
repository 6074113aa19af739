using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>An entry that something was done which a unit has to do once in each period.</summary>
public sealed record DutyRecord : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>When it was arranged, at the latest when it was done.</summary>
    public required Instant ArrangedAt { get; init; }

    /// <summary>What was done.</summary>
    public DutyKind Duty { get; init; }

    /// <summary>It was done; the period in which that lies is the one it counts for.</summary>
    public Occurrence Done { get; init; }

    /// <summary>The step of the business that was checked; asked for only of a check of access.</summary>
    public Reference Step { get; init; }

    /// <summary>Whom it was published to; asked for only of hall figures.</summary>
    public FiguresAudience Audience { get; init; }

    Instant IFact.OpenedAt => ArrangedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Done, ArrangedAt);
}
