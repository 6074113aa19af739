using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>What a partner does that is forbidden (PRV-05).</summary>
[JsonConverter(typeof(EnumNameConverter<PartnerAct>))]
public enum PartnerAct : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Leaks customer information.</summary>
    Leak,

    /// <summary>Opens services unasked; a service provider's.</summary>
    OpenServices,

    /// <summary>Harms customers; a service provider's.</summary>
    HarmCustomers,

    /// <summary>Embezzles fees; a channel or system partner's.</summary>
    EmbezzleFees,

    /// <summary>Transfers accounts; a channel or system partner's.</summary>
    TransferAccounts,

    /// <summary>Closes accounts; a channel or system partner's.</summary>
    CloseAccounts,

    /// <summary>Resells numbers; a channel or system partner's.</summary>
    ResellNumbers,

    /// <summary>Anything else.</summary>
    Other,
}
