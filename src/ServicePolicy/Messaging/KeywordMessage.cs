using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>An SMS of a customer with a keyword that turns reminders on or off, or asks for the usage.</summary>
public sealed record KeywordMessage : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it came in.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>The keyword.</summary>
    public required string Keyword { get; init; }

    /// <summary>What the keyword asks for was done: reminders turned on or off, the usage told.</summary>
    public Occurrence CarriedOut { get; init; }

    /// <summary>A fee was charged for it.</summary>
    public Occurrence FeeCharged { get; init; }

    Instant IFact.OpenedAt => ReceivedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, CarriedOut, ReceivedAt);
}
