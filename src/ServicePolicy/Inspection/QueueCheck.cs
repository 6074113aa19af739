using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>What an inspector found of the waiting in a hall (INS-08, INS-09).</summary>
public sealed record QueueCheck : ICardRecord
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the score card.</summary>
    public string? CardId { get; init; }

    /// <summary>When it was found.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>The average wait from entering to being served.</summary>
    /// <value><see langword="null"/> where nobody measured it.</value>
    public Duration? AverageWait { get; init; }

    /// <summary>Whether enough counters were open.</summary>
    public YesNo EnoughCounters { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    Instant ICardRecord.FoundAt => SeenAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (AverageWait < Duration.Zero)
        {
            problems.Add(this, nameof(AverageWait), $"'{AverageWait}' is negative. Give zero or more.");
        }
    }
}
