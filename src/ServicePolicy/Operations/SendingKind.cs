using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>What goes out to customers.</summary>
[JsonConverter(typeof(EnumNameConverter<SendingKind>))]
public enum SendingKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A message to one customer.</summary>
    SingleMessage,

    /// <summary>A message to many customers.</summary>
    MassMessage,

    /// <summary>A campaign.</summary>
    Campaign,
}
