using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Whether a service, an agreement or a brand is opened or changed.</summary>
[JsonConverter(typeof(EnumNameConverter<ServiceChangeKind>))]
public enum ServiceChangeKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>It is opened; free gifts and trials are too.</summary>
    Opening,

    /// <summary>One that the customer has is changed.</summary>
    Change,
}
