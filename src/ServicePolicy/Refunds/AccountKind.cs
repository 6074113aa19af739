namespace ServicePolicy.Refunds;

/// <summary>How an account is paid for.</summary>
public enum AccountKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>In advance.</summary>
    Prepaid,

    /// <summary>Afterwards.</summary>
    Postpaid,
}
