using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Where a customer who came to a counter was told to go.</summary>
[JsonConverter(typeof(EnumNameConverter<RedirectionTarget>))]
public enum RedirectionTarget : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To a device.</summary>
    Device,

    /// <summary>To a dedicated counter.</summary>
    DedicatedCounter,

    /// <summary>To the hotline.</summary>
    Hotline,
}
