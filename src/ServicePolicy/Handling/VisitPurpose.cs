using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>What a customer came to a hall for.</summary>
[JsonConverter(typeof(EnumNameConverter<VisitPurpose>))]
public enum VisitPurpose : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A transaction at a counter.</summary>
    Transaction,

    /// <summary>A consultation.</summary>
    Consultation,

    /// <summary>Neither: to look around, or to use a device.</summary>
    Other,
}
