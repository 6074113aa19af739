using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A day of a hall, over whose visits the average wait is taken.</summary>
public sealed record HallDay : IHallFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the hall.</summary>
    public required string HallId { get; init; }

    /// <summary>When the day begins; visits from then on are of the day.</summary>
    public required Instant OpensAt { get; init; }

    /// <summary>When the day ends; visits from then on are not of the day.</summary>
    public required Instant ClosesAt { get; init; }

    /// <summary>Whether the case has all visits of the day.</summary>
    public YesNo VisitsComplete { get; init; }

    Instant IFact.OpenedAt => OpensAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (ClosesAt <= OpensAt)
        {
            problems.Add(this, nameof(ClosesAt), $"'{ClosesAt}' is not after opensAt '{OpensAt}'. Exchange the instants.");
        }
    }
}
