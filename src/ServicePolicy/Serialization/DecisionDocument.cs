using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>A decision as it was written, without the facts and the engine it came from.</summary>
public sealed record DecisionDocument
{
    /// <summary>The key of the root fact.</summary>
    public required KeyDocument Case { get; init; }

    /// <summary>The instant decided for.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The worst that any finding makes of it.</summary>
    [JsonConverter(typeof(EnumNameConverter<PolicyOutcome>))]
    public required PolicyOutcome Outcome { get; init; }

    /// <summary>When the decision next differs.</summary>
    [JsonConverter(typeof(NextChangeConverter))]
    public required NextChange NextChange { get; init; }

    /// <summary>The positions in <see cref="Findings"/> of those that decided.</summary>
    public required IReadOnlyList<int> Deciding { get; init; }

    /// <summary>All that hold at the instant, in canonical order.</summary>
    public required IReadOnlyList<FindingDocument> Findings { get; init; }

    /// <summary>Its score cards, point by point.</summary>
    public IReadOnlyList<ScoreSheetDocument>? ScoreSheets { get; init; }

    /// <summary>What it was made with.</summary>
    public required VersionDocument Version { get; init; }
}
