using NodaTime;

namespace ServicePolicy.Subscriptions;

/// <summary>The setting of a customer's service password. It has nothing of the password itself.</summary>
public sealed record ServicePasswordSetting : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was set.</summary>
    public required Instant SetAt { get; init; }

    /// <summary>Who set it.</summary>
    public PasswordSetter SetBy { get; init; }

    /// <summary>Whether it is the initial password that a preset number comes with.</summary>
    public YesNo PresetNumber { get; init; }

    Instant IFact.OpenedAt => SetAt;
}
