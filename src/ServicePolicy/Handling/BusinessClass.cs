using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>The class of business by which HND-22 sets limits.</summary>
[JsonConverter(typeof(EnumNameConverter<BusinessClass>))]
public enum BusinessClass : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Joining, a contract-spend plan, handset rental or roaming.</summary>
    Joining,

    /// <summary>A change of customer data.</summary>
    DataChange,

    /// <summary>Anything that changes no customer data.</summary>
    NoDataChange,

    /// <summary>Business across regions.</summary>
    CrossRegion,
}
