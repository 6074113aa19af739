using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Why a campaign is explained to a customer.</summary>
[JsonConverter(typeof(EnumNameConverter<CampaignOccasion>))]
public enum CampaignOccasion : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer asks about it.</summary>
    AskedAbout,

    /// <summary>The customer joins it.</summary>
    Joined,
}
