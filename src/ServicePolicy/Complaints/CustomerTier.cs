namespace ServicePolicy.Complaints;

/// <summary>The tier of a customer, as it was when the complaint was taken.</summary>
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
