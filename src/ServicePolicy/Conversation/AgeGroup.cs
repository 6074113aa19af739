using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>The age of a person, as forms of address go.</summary>
[JsonConverter(typeof(EnumNameConverter<AgeGroup>))]
public enum AgeGroup : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Young.</summary>
    Young,

    /// <summary>Neither young nor old.</summary>
    Adult,

    /// <summary>Old.</summary>
    Old,
}
