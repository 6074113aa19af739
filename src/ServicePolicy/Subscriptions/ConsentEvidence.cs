using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>What evidence of a consent or confirmation is kept.</summary>
[JsonConverter(typeof(EnumNameConverter<ConsentEvidence>))]
public enum ConsentEvidence : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>None.</summary>
    None,

    /// <summary>Paper.</summary>
    Paper,

    /// <summary>An electronic record.</summary>
    Electronic,
}
