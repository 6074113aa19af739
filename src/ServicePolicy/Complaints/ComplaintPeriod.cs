using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A period over which complaints, suggestions or questions are counted.</summary>
public sealed record ComplaintPeriod : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>What is counted.</summary>
    public required PeriodSubject What { get; init; }

    /// <summary>From when to when; the end is not in the period.</summary>
    public required Interval Dates { get; init; }

    /// <summary>Whether the case holds all that the period has.</summary>
    public YesNo Complete { get; init; }

    Instant IFact.OpenedAt => Dates.HasStart ? Dates.Start : Instant.MinValue;

    void IFact.Check(ref FactProblems problems)
    {
        if (!Dates.HasStart || !Dates.HasEnd)
        {
            problems.Add(this, nameof(Dates), $"'{Dates}' is open. Give the start and the end of the period.");
        }
    }
}
