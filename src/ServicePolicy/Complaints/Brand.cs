using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>The brand of a customer's plan.</summary>
[JsonConverter(typeof(EnumNameConverter<Brand>))]
public enum Brand : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>GoTone (全球通).</summary>
    GoTone,

    /// <summary>M-Zone (动感地带).</summary>
    MZone,

    /// <summary>Easyown (神州行).</summary>
    Easyown,

    /// <summary>Any other.</summary>
    Other,
}
