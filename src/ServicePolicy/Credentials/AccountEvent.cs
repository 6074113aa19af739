using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Something that happened to an operator's account: an entry of its log.</summary>
/// <remarks>Entries are in order of instant, then <see cref="Sequence"/>, then Id.</remarks>
public sealed record AccountEvent : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant HappenedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>What happened.</summary>
    public AccountEventKind Kind { get; init; }

    /// <summary>The workplace at which a session was opened, used or closed; where it is not given it may be any.</summary>
    public Reference Place { get; init => field = value.OrUnknown(); } = Reference.Unknown;

    /// <summary>Who unlocked, cleared or changed the account; asked for only then.</summary>
    public AccountActor By { get; init; }

    /// <summary>Whether that was requested; asked for only then.</summary>
    public YesNo Requested { get; init; }

    Instant IFact.OpenedAt => HappenedAt;
}
