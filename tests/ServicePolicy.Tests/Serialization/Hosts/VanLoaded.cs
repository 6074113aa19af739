using NodaTime;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>A fact of a host's own whose constructor wants its properties.</summary>
public sealed record VanLoaded(string Id, Instant LoadedAt, int Number = 1) : IFact
{
    public int Number { get; } = Number > 0 ? Number : throw new ArgumentOutOfRangeException(nameof(Number), Number, "Vans are numbered from 1.");

    public string? Driver { get; init; }

    Instant IFact.OpenedAt => LoadedAt;
}
