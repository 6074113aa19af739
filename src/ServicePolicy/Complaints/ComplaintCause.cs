using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>What caused what a customer complains of.</summary>
[JsonConverter(typeof(EnumNameConverter<ComplaintCause>))]
public enum ComplaintCause : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The own network is being optimised or upgraded.</summary>
    OwnNetworkWork,

    /// <summary>Something outside the company: another network, or billing by another carrier.</summary>
    OtherCompany,

    /// <summary>Anything else.</summary>
    Other,
}
