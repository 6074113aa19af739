using NodaTime;

namespace ServicePolicy.Tests.DependencyInjection;

/// <summary>A fact of a host's own: a visit of a technician.</summary>
public sealed record Visit : IFact
{
    public required string Id { get; init; }

    public required Instant AgreedFor { get; init; }

    public Occurrence Arrived { get; init; }

    Instant IFact.OpenedAt => AgreedFor;
}
