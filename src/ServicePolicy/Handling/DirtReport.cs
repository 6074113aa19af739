using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>Dirt or litter in a hall.</summary>
public sealed record DirtReport : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall; its queue snapshots tell whether it was peak.</summary>
    public string? HallId { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>The class of the hall.</summary>
    public CleaningClass HallClass { get; init; }

    /// <summary>Whether it was raining or snowing then.</summary>
    public YesNo RainOrSnow { get; init; }

    /// <summary>It was cleared.</summary>
    public Occurrence Cleared { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Cleared, SeenAt);
}
