namespace ServicePolicy.Subscriptions;

/// <summary>What a customer wants with points.</summary>
public enum PointsOperation : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To know them.</summary>
    Query,

    /// <summary>To donate them.</summary>
    Donation,
}
