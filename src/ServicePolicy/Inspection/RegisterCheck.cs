using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>A complaint that an inspector looked up in the ticket system (INS-10).</summary>
public sealed record RegisterCheck : ICardRecord
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the score card.</summary>
    public string? CardId { get; init; }

    /// <summary>When it was looked up.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether the complaint is recorded.</summary>
    public YesNo Recorded { get; init; }

    /// <summary>Whether it was settled; asked for only where it is not recorded.</summary>
    public YesNo Settled { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    Instant ICardRecord.FoundAt => SeenAt;
}
