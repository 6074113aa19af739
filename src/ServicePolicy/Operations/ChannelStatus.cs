using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>Whether a service was there for a stretch of time; without one of these it was, in its hours.</summary>
public sealed record ChannelStatus : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>From when to when; an end that is left open means still.</summary>
    public required Interval Dates { get; init; }

    /// <summary>Whether it could be reached, and was staffed.</summary>
    public YesNo Available { get; init; }

    Instant IFact.OpenedAt => Dates.HasStart ? Dates.Start : Instant.MinValue;

    void IFact.Check(ref FactProblems problems)
    {
        if (!Dates.HasStart)
        {
            problems.Add(this, nameof(Dates), $"'{Dates}' has no start. Give the instant from which it was so.");
        }
    }
}
