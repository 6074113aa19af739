namespace ServicePolicy.Subscriptions;

/// <summary>Why a campaign is explained to a customer.</summary>
public enum CampaignOccasion : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer asks about it.</summary>
    AskedAbout,

    /// <summary>The customer joins it.</summary>
    Joined,
}
