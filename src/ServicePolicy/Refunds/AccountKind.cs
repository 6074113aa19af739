using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Refunds;

/// <summary>How an account is paid for.</summary>
[JsonConverter(typeof(EnumNameConverter<AccountKind>))]
public enum AccountKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>In advance.</summary>
    Prepaid,

    /// <summary>Afterwards.</summary>
    Postpaid,
}
