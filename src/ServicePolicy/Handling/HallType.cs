using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>The type of a hall, by which its areas and devices are laid down.</summary>
[JsonConverter(typeof(EnumNameConverter<HallType>))]
public enum HallType : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A 沟通100 hall.</summary>
    Goutong100,

    /// <summary>A GoTone hall.</summary>
    GoTone,

    /// <summary>An M-Zone hall.</summary>
    MZone,

    /// <summary>A handset market.</summary>
    HandsetMarket,

    /// <summary>Any other hall.</summary>
    Other,
}
