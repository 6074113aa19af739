using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>A customer's free trial of a service.</summary>
public sealed record FreeTrial : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>When it ends, as is known from its beginning.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>The customer confirmed that the service is to go on; saying nothing confirms nothing.</summary>
    public Occurrence Confirmed { get; init; }

    /// <summary>The service stopped; one that has not goes on.</summary>
    public Occurrence Stopped { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (EndsAt <= BeganAt)
        {
            problems.Add(this, nameof(EndsAt), $"'{EndsAt}' is not after beganAt '{BeganAt}'. Give the end of the trial.");
        }

        problems.NotBefore(this, Stopped, BeganAt);
    }
}
