using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>The sex of a person.</summary>
[JsonConverter(typeof(EnumNameConverter<Sex>))]
public enum Sex : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
