using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A shift of a member of staff.</summary>
public sealed record Shift : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the shift starts.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>What the member of staff does.</summary>
    public StaffRole Role { get; init; }

    /// <summary>The member of staff was ready.</summary>
    public Occurrence Ready { get; init; }

    Instant IFact.OpenedAt => StartsAt;
}
