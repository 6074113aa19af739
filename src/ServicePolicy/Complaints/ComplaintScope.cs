using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>What networks a complaint is about.</summary>
[JsonConverter(typeof(EnumNameConverter<ComplaintScope>))]
public enum ComplaintScope : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The operator's own network in the province.</summary>
    Local,

    /// <summary>Networks of several provinces.</summary>
    CrossProvince,

    /// <summary>The connection with another operator's network.</summary>
    Interconnection,
}
