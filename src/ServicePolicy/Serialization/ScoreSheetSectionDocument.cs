using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A section of a score card, as it was written.</summary>
public sealed record ScoreSheetSectionDocument
{
    /// <summary>The Id of its standard.</summary>
    public required string Standard { get; init; }

    /// <summary>Its title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The points that are left.</summary>
    /// <value><see langword="null"/> where that cannot be told.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Score { get; init; }

    /// <summary>The points that it has.</summary>
    public required decimal OutOf { get; init; }

    /// <summary>What is taken off.</summary>
    public required IReadOnlyList<ScoreSheetLineDocument> Deductions { get; init; }
}
