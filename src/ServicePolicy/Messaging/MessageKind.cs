using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Messaging;

/// <summary>By which procedure a message to a customer is sent.</summary>
[JsonConverter(typeof(EnumNameConverter<MessageKind>))]
public enum MessageKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By none of its own: what advertises, and what merely informs.</summary>
    Ordinary,

    /// <summary>As customer care, such as a greeting (MSG-03, MSG-04, MSG-07).</summary>
    CustomerCare,

    /// <summary>In the public interest (MSG-05).</summary>
    PublicInterest,

    /// <summary>In an emergency (MSG-05).</summary>
    Emergency,
}
