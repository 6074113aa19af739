using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>Who is spoken to, or of.</summary>
[JsonConverter(typeof(EnumNameConverter<Addressee>))]
public enum Addressee : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Someone else.</summary>
    ThirdPerson,
}
