using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>What is counted over a period.</summary>
[JsonConverter(typeof(EnumNameConverter<PeriodSubject>))]
public enum PeriodSubject : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Complaints.</summary>
    Complaints,

    /// <summary>Suggestions.</summary>
    Suggestions,

    /// <summary>Questions.</summary>
    Questions,
}
