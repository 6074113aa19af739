using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>A computer at a workplace, as it was seen.</summary>
public sealed record WorkComputer : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was seen.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>Whether it asks for a password when it starts.</summary>
    public YesNo BootPassword { get; init; }

    /// <summary>Whether it has a screen saver that locks it.</summary>
    public YesNo ScreenSaver { get; init; }

    Instant IFact.OpenedAt => SeenAt;
}
