using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>All that a customer had done in a hall at one time.</summary>
public sealed record CounterService : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>The customer filled a form; signing a print is not filling one.</summary>
    public Occurrence FormFilled { get; init; }

    /// <summary>The customer was sent to another counter for part of it.</summary>
    public Occurrence SentToAnotherCounter { get; init; }

    /// <summary>All of it was done.</summary>
    public Occurrence Finished { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, FormFilled, BeganAt);
        problems.NotBefore(this, SentToAnotherCounter, BeganAt);
        problems.NotBefore(this, Finished, BeganAt);
    }
}
