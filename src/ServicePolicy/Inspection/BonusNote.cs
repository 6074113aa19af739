using NodaTime;

namespace ServicePolicy.Inspection;

/// <summary>A line on an inspector's sheet about what a hall does better than it has to (INS-11).</summary>
public sealed record BonusNote : ICardRecord
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the score card.</summary>
    public string? CardId { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>In what the hall does better; an item that is noted twice counts once.</summary>
    public BonusItem Item { get; init; }

    /// <summary>Whether it does.</summary>
    public YesNo Shown { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    Instant ICardRecord.FoundAt => SeenAt;
}
