using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Refunds;

/// <summary>How a refund is paid.</summary>
[JsonConverter(typeof(EnumNameConverter<RefundChannel>))]
public enum RefundChannel : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Through the billing system.</summary>
    BillingSystem,

    /// <summary>In another way, which needs a reason on record.</summary>
    Other,
}
