using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>Where a customer with a complaint was sent.</summary>
[JsonConverter(typeof(EnumNameConverter<Referral>))]
public enum Referral : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A transfer to the complaint team, which is in order.</summary>
    ComplaintTeam,

    /// <summary>Another hall.</summary>
    AnotherHall,

    /// <summary>The hotline.</summary>
    Hotline,
}
