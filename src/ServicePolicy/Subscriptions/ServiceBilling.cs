using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>How an information service is charged for.</summary>
[JsonConverter(typeof(EnumNameConverter<ServiceBilling>))]
public enum ServiceBilling : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By the month.</summary>
    Monthly,

    /// <summary>By subscription.</summary>
    Subscribed,

    /// <summary>Once for each item ordered.</summary>
    OnDemand,
}
