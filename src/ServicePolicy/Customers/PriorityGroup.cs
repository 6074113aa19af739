using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>Who is served first and helped (CUS-08).</summary>
[JsonConverter(typeof(EnumNameConverter<PriorityGroup>))]
public enum PriorityGroup : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>None of these: an ordinary customer.</summary>
    None,

    /// <summary>Old.</summary>
    Old,

    /// <summary>Frail.</summary>
    Frail,

    /// <summary>Disabled.</summary>
    Disabled,

    /// <summary>Expectant.</summary>
    Expectant,
}
