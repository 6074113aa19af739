using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>An inspection of service, whose findings go back to who was inspected and into the archive.</summary>
public sealed record ServiceInspection : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the unit.</summary>
    public string? UnitId { get; init; }

    /// <summary>When it was made; what follows is due in the day of that.</summary>
    public required Instant InspectedAt { get; init; }

    /// <summary>The Id of the time zone in the tz database, such as <c>Asia/Shanghai</c>, in which that day is.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>Its findings were fed back.</summary>
    public Occurrence FedBack { get; init; }

    /// <summary>Its findings were archived.</summary>
    public Occurrence Archived { get; init; }

    Instant IFact.OpenedAt => InspectedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.KnownZone(this, Zone);
        problems.NotBefore(this, FedBack, InspectedAt);
        problems.NotBefore(this, Archived, InspectedAt);
    }
}
