using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>Where a member of staff has the badge.</summary>
[JsonConverter(typeof(EnumNameConverter<BadgePlace>))]
public enum BadgePlace : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Nowhere: there is no badge.</summary>
    None,

    /// <summary>On the left chest, where it belongs.</summary>
    LeftChest,

    /// <summary>At the counter, facing out, where it belongs too.</summary>
    CounterFacingOut,

    /// <summary>Anywhere else.</summary>
    Elsewhere,
}
