using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>The way in which something is ordered.</summary>
[JsonConverter(typeof(EnumNameConverter<OrderChannel>))]
public enum OrderChannel : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>In a hall.</summary>
    Hall,

    /// <summary>On the hotline.</summary>
    Hotline,

    /// <summary>By SMS.</summary>
    Sms,

    /// <summary>On the web, that of a phone included.</summary>
    Web,

    /// <summary>In any other way.</summary>
    Other,
}
