using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>What is heard from the other end of a line.</summary>
[JsonConverter(typeof(EnumNameConverter<LineState>))]
public enum LineState : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Someone who has something to say.</summary>
    Talking,

    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>Other sounds only.</summary>
    OtherSounds,

    /// <summary>Someone who calls to be a nuisance.</summary>
    Nuisance,
}
