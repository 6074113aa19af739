using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>Where a hall stands, by which its self-service is laid down.</summary>
[JsonConverter(typeof(EnumNameConverter<HallLocation>))]
public enum HallLocation : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>In the city.</summary>
    City,

    /// <summary>In a county town or a suburb.</summary>
    CountyOrSuburb,
}
