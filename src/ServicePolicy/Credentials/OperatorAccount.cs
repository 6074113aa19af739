using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>An operator's main account; what happened to it are <see cref="AccountEvent"/>s.</summary>
public sealed record OperatorAccount : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was created.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>The Id of its time zone in the tz database, such as <c>Asia/Shanghai</c>; days are counted there, and without it nobody can tell.</summary>
    public Reference Zone { get; init => field = value.OrUnknown(); } = Reference.Unknown;
}
