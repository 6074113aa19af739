using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A customer's reply to a charge reminder.</summary>
public sealed record ReminderReply : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the reply came.</summary>
    public required Instant RepliedAt { get; init; }

    /// <summary>Whether it expresses any doubt about the charge at all.</summary>
    public YesNo DisputesCharge { get; init; }

    /// <summary>The customer was contacted about it.</summary>
    public Occurrence Contacted { get; init; }

    Instant IFact.OpenedAt => RepliedAt;
}
