using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>What is handled at a counter, as the limits tell it apart.</summary>
[JsonConverter(typeof(EnumNameConverter<OperationKind>))]
public enum OperationKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Taking a payment (HND-04).</summary>
    Payment,

    /// <summary>Reporting a SIM card lost (HND-05).</summary>
    SimLoss,

    /// <summary>Carrying out or changing a service (HND-06).</summary>
    ServiceChange,

    /// <summary>Accepting an order for fixed and mobile service together (HND-07).</summary>
    FullServiceOrder,

    /// <summary>A pure query, which has no handling limit.</summary>
    Query,
}
