using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>What a unit is, by which its duties go.</summary>
[JsonConverter(typeof(EnumNameConverter<UnitKind>))]
public enum UnitKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A call centre.</summary>
    CallCentre,

    /// <summary>A business hall.</summary>
    Hall,

    /// <summary>One agent.</summary>
    Agent,

    /// <summary>A branch of the company.</summary>
    Branch,
}
