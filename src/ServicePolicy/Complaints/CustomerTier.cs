using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>The tier of a customer, as it was when the complaint was taken.</summary>
[JsonConverter(typeof(EnumNameConverter<CustomerTier>))]
public enum CustomerTier : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>An ordinary customer.</summary>
    Ordinary,

    /// <summary>A GoTone customer.</summary>
    GoTone,

    /// <summary>A VIP; a GoTone VIP is a VIP.</summary>
    Vip,
}
