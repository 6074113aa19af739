using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>An inspection at which it was looked whether anybody is at the counters (INS-12).</summary>
public sealed record CounterCheck : ICardRecord
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the score card.</summary>
    public string? CardId { get; init; }

    /// <summary>When the inspector came.</summary>
    public required Instant CameAt { get; init; }

    /// <summary>The inspector found nobody at the counters, on coming or later; not happened where somebody always was.</summary>
    public Occurrence FoundDeserted { get; init; }

    /// <summary>Somebody was at the counters again; one who was there before they were found deserted is none.</summary>
    public Occurrence Staffed { get; init; }

    Instant IFact.OpenedAt => CameAt;

    Instant ICardRecord.FoundAt => CameAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FoundDeserted, CameAt);
        problems.NotBefore(this, Staffed, CameAt);
    }
}
