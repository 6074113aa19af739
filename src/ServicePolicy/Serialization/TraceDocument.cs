using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>How one named condition of a rule answered for a fact, as it was written.</summary>
public sealed record TraceDocument
{
    /// <summary>The standard whose rule asked.</summary>
    public required string Standard { get; init; }

    /// <summary>The name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The fact asked about.</summary>
    public required KeyDocument Fact { get; init; }

    /// <summary>The fact matched with it, if any.</summary>
    public KeyDocument? Second { get; init; }

    /// <summary>The name of the condition.</summary>
    public required string Condition { get; init; }

    /// <summary>The answer; after a no, the rest of the rule was not asked.</summary>
    [JsonConverter(typeof(EnumNameConverter<YesNo>))]
    public required YesNo Answer { get; init; }

    /// <summary>The values that the condition is written to look at; dots for a secret.</summary>
    public required IReadOnlyList<TraceValueDocument> Values { get; init; }
}
