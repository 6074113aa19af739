using NodaTime;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>A fact with a property that JSON would call as it does the type of the fact.</summary>
public sealed record Typed : IFact
{
    public required string Id { get; init; }

    public string? Type { get; init; }

    Instant IFact.OpenedAt => default;
}
