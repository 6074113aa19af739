using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>Points that are taken off a section, as they were written.</summary>
public sealed record ScoreSheetLineDocument
{
    /// <summary>The points.</summary>
    /// <value><see langword="null"/> where nobody can tell whether, or how many.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Points { get; init; }

    /// <summary>The Id of the item of the checklist that falls short, if it is one.</summary>
    public string? Item { get; init; }

    /// <summary>The Id of the other standard that found the breach, if one did.</summary>
    public string? Clause { get; init; }

    /// <summary>The title of either, for people.</summary>
    public string? Title { get; init; }

    /// <summary>The key of the fact in which it was seen.</summary>
    public required KeyDocument Source { get; init; }

    /// <summary>The inputs for want of which nobody can tell.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }
}
