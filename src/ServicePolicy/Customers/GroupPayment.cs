using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>How much of its members' bills a group pays.</summary>
[JsonConverter(typeof(EnumNameConverter<GroupPayment>))]
public enum GroupPayment : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>All of it.</summary>
    All,

    /// <summary>A part of it.</summary>
    Part,

    /// <summary>Nothing: each member pays alone.</summary>
    None,
}
