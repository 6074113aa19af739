using System.Text.Json.Serialization;
using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>A finding as it was written.</summary>
public sealed record FindingDocument
{
    /// <summary>The Id of the standard that says it.</summary>
    public required string Standard { get; init; }

    /// <summary>What sort of thing it says.</summary>
    [JsonConverter(typeof(EnumNameConverter<FindingKind>))]
    public required FindingKind Kind { get; init; }

    /// <summary>How an obligation or entitlement stands; <see cref="FindingState.None"/> of others.</summary>
    [JsonConverter(typeof(EnumNameConverter<FindingState>)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FindingState State { get; init; }

    /// <summary>The key of the fact it is about.</summary>
    public required KeyDocument Subject { get; init; }

    /// <summary>How much it matters.</summary>
    [JsonConverter(typeof(EnumNameConverter<Severity>))]
    public required Severity Severity { get; init; }

    /// <summary>The half-open interval in which it holds.</summary>
    public required Interval Holds { get; init; }

    /// <summary>Start, limit, due and done of the limit it rests on, if it does.</summary>
    public MarginDocument? Margin { get; init; }

    /// <summary>The inputs that are missing.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }

    /// <summary>The money of an entitlement or a violation.</summary>
    public Money? Amount { get; init; }

    /// <summary>The figure of a measure.</summary>
    public decimal? Value { get; init; }

    /// <summary>The class of a classification, or the ground of a prohibition.</summary>
    public string? Class { get; init; }

    /// <summary>The part of the clause that decides, or which of its measures it is.</summary>
    public string? Part { get; init; }

    /// <summary>The Id of the standard whose claim on the same charge stands instead.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>The finding in words, for people.</summary>
    public required string Message { get; init; }
}
