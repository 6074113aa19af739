using NodaTime;

namespace ServicePolicy.NRules.Tests;

/// <summary>A fact that a rule of the host makes.</summary>
public sealed record Escalation : IFact
{
    public required string Id { get; init; }

    public required Instant At { get; init; }

    Instant IFact.OpenedAt => At;
}
