using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Messaging;

/// <summary>How a customer reports a junk message.</summary>
[JsonConverter(typeof(EnumNameConverter<ReportRoute>))]
public enum ReportRoute : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By calling the hotline.</summary>
    Hotline,

    /// <summary>By forwarding it to a number.</summary>
    Forwarded,
}
