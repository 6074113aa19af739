using NodaTime;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>A fact of a host's own that is called as one of the library is.</summary>
public sealed record Visit : IFact
{
    public required string Id { get; init; }

    public required Instant AgreedFor { get; init; }

    Instant IFact.OpenedAt => AgreedFor;
}
