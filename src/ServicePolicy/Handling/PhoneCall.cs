using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A call to a hall or a desk: it waits, is answered, or is abandoned.</summary>
public sealed record PhoneCall : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the phone began to ring: the first ring.</summary>
    public required Instant RangAt { get; init; }

    /// <summary>The time from the beginning of one ring to that of the next.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public Duration? RingCycle { get; init; }

    /// <summary>The call was answered.</summary>
    public Occurrence Answered { get; init; }

    /// <summary>The caller hung up without an answer; from then on nobody can answer. Of this and <see cref="Answered"/> the first ends the waiting, the answer where both are at once.</summary>
    public Occurrence Abandoned { get; init; }

    Instant IFact.OpenedAt => RangAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Answered, RangAt);
        problems.NotBefore(this, Abandoned, RangAt);
        if (RingCycle is { } cycle && cycle <= Duration.Zero)
        {
            problems.Add(this, nameof(RingCycle), $"'{cycle}' is no time. Give the time between two rings, more than zero.");
        }
    }
}
