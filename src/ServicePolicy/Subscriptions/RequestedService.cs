using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>What a customer asks for.</summary>
[JsonConverter(typeof(EnumNameConverter<RequestedService>))]
public enum RequestedService : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The detail of calls.</summary>
    CallDetail,

    /// <summary>A printed bill.</summary>
    PrintedBill,

    /// <summary>Any other query.</summary>
    OtherQuery,

    /// <summary>A change.</summary>
    Change,
}
