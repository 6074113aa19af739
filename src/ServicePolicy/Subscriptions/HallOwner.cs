using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Whose hall it is.</summary>
[JsonConverter(typeof(EnumNameConverter<HallOwner>))]
public enum HallOwner : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The operator's own.</summary>
    Operator,

    /// <summary>An agent's.</summary>
    Agent,
}
