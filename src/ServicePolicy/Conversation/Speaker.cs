using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>Who says something.</summary>
[JsonConverter(typeof(EnumNameConverter<Speaker>))]
public enum Speaker : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A member of staff.</summary>
    Staff,
}
