using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Why a service is opened or changed.</summary>
[JsonConverter(typeof(EnumNameConverter<ServiceChangeReason>))]
public enum ServiceChangeReason : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer wants it.</summary>
    CustomerWish,

    /// <summary>The company has decided it, such as for marketing.</summary>
    CompanyDecision,

    /// <summary>An upgrade forces it.</summary>
    Upgrade,

    /// <summary>The government forces it.</summary>
    Government,

    /// <summary>Something else of that sort forces it.</summary>
    OtherForce,
}
