using NodaTime;

namespace ServicePolicy.Privacy;

/// <summary>Something forbidden that a partner did, or a member of staff in a partner's way, and what staff had to do with it.</summary>
public sealed record PartnerMisconduct : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the partner.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? PartnerId { get; init; }

    /// <summary>When it was done.</summary>
    public required Instant HappenedAt { get; init; }

    /// <summary>What was done.</summary>
    public PartnerAct Act { get; init; }

    /// <summary>A member of staff helped.</summary>
    public Occurrence Helped { get; init; }

    /// <summary>A member of staff did it.</summary>
    public Occurrence DoneByStaff { get; init; }

    /// <summary>A member of staff learned of it.</summary>
    public Occurrence LearnedOf { get; init; }

    /// <summary>That member of staff covered it.</summary>
    public Occurrence Covered { get; init; }

    Instant IFact.OpenedAt => HappenedAt;
}
