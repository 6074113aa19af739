using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>A fact of a host's own.</summary>
public sealed record Parcel : IFact
{
    public required string Id { get; init; }

    public required Instant SentAt { get; init; }

    public ParcelSize Size { get; init; }

    Instant IFact.OpenedAt => SentAt;
}
