using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Tests.Serialization.Hosts;

/// <summary>A fact of a host's own.</summary>
public sealed record ParcelSent : IFact
{
    public required string Id { get; init; }

    public required Instant SentAt { get; init; }

    public Occurrence Delivered { get; init; }

    public YesNo Handed { get; init; } = YesNo.No;

    public ImmutableArray<Money> Fees { get; init; } = [];

    [JsonConverter(typeof(LabelConverter))]
    public string? Label { get; init; }

    Instant IFact.OpenedAt => SentAt;
}
