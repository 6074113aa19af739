using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A score card point by point, as it was written.</summary>
public sealed record ScoreSheetDocument
{
    /// <summary>The key of the card.</summary>
    public required KeyDocument Card { get; init; }

    /// <summary>The points of the whole card.</summary>
    /// <value><see langword="null"/> where they cannot be told.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Score { get; init; }

    /// <summary>The points of all sections that are scored.</summary>
    public required decimal OutOf { get; init; }

    /// <summary>The points of the bonus.</summary>
    /// <value><see langword="null"/> where they cannot be told.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Bonus { get; init; }

    /// <summary>The checks at which the counters were found deserted too long.</summary>
    public IReadOnlyList<KeyDocument>? DesertedCounters { get; init; }

    /// <summary>The sections that are scored.</summary>
    public required IReadOnlyList<ScoreSheetSectionDocument> Sections { get; init; }

    /// <summary>What may be a breach that takes points off.</summary>
    public IReadOnlyList<ScoreSheetLineDocument>? OpenBreaches { get; init; }
}
