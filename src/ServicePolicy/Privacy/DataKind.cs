using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>A kind of customer information (PRV-01).</summary>
[JsonConverter(typeof(EnumNameConverter<DataKind>))]
public enum DataKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Content: what was said.</summary>
    Voice,

    /// <summary>Content: of an SMS.</summary>
    SmsText,

    /// <summary>Content: of an MMS.</summary>
    MmsContent,

    /// <summary>Content: of a chat.</summary>
    Chat,

    /// <summary>Content: of mail.</summary>
    Mail,

    /// <summary>Content: of a data connection.</summary>
    DataContent,

    /// <summary>Who the customer is, such as name and number.</summary>
    Identity,

    /// <summary>Where the customer is; sensitive.</summary>
    Location,

    /// <summary>A service password; sensitive.</summary>
    ServicePassword,

    /// <summary>A bill.</summary>
    Bill,

    /// <summary>The detail of calls; sensitive.</summary>
    CallDetail,

    /// <summary>Of a group: the person in charge.</summary>
    GroupPersonInCharge,

    /// <summary>Of a group: its contacts.</summary>
    GroupContacts,

    /// <summary>Of a group: its members.</summary>
    GroupMembers,

    /// <summary>Of a group: its contracts.</summary>
    GroupContract,

    /// <summary>Of a group: its bills.</summary>
    GroupBill,

    /// <summary>Of a group: the detail of its calls; sensitive.</summary>
    GroupCallDetail,
}
