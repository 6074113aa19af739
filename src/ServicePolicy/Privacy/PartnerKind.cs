using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>The kind of a partner (PRV-07).</summary>
[JsonConverter(typeof(EnumNameConverter<PartnerKind>))]
public enum PartnerKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Provides services.</summary>
    ServiceProvider,

    /// <summary>Provides content.</summary>
    ContentProvider,

    /// <summary>Integrates information business.</summary>
    BusinessIntegrator,

    /// <summary>Is a sales channel.</summary>
    Channel,

    /// <summary>Is an agent.</summary>
    Agent,

    /// <summary>Supplies gifts.</summary>
    GiftSupplier,

    /// <summary>Carries goods, such as gifts for points.</summary>
    LogisticsSupplier,

    /// <summary>Sells equipment.</summary>
    EquipmentVendor,

    /// <summary>Integrates systems, such as the support system.</summary>
    SystemIntegrator,

    /// <summary>Maintains systems.</summary>
    SystemMaintainer,
}
