using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>The answer to a request as it was written.</summary>
public sealed record RequestDocument
{
    /// <summary>The key of the fact that asks.</summary>
    public required KeyDocument Case { get; init; }

    /// <summary>The instant decided for.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Whether the action may be taken.</summary>
    [JsonConverter(typeof(EnumNameConverter<RequestOutcome>))]
    public required RequestOutcome Outcome { get; init; }

    /// <summary>The first instant at which it may be, where it is deferred.</summary>
    public Instant? Until { get; init; }

    /// <summary>The positions in <see cref="Findings"/> of those that decided.</summary>
    public required IReadOnlyList<int> Deciding { get; init; }

    /// <summary>All that hold at the instant, in canonical order.</summary>
    public required IReadOnlyList<FindingDocument> Findings { get; init; }

    /// <summary>What it was made with.</summary>
    public required VersionDocument Version { get; init; }
}
