using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>A call that nobody answered.</summary>
public sealed record CallAttempt : IFact
{
    public required string Id { get; init; }

    public required string CallbackId { get; init; }

    public required Instant At { get; init; }

    Instant IFact.OpenedAt => At;
}
