using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>A form of address (CNV-11).</summary>
[JsonConverter(typeof(EnumNameConverter<AddressForm>))]
public enum AddressForm : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>先生.</summary>
    Mr,

    /// <summary>老先生.</summary>
    OldMr,

    /// <summary>小姐.</summary>
    Miss,

    /// <summary>太太.</summary>
    Mrs,

    /// <summary>女士.</summary>
    Madam,

    /// <summary>老太太.</summary>
    OldMadam,

    /// <summary>那位先生.</summary>
    ThatGentleman,

    /// <summary>那位小姐.</summary>
    ThatLady,

    /// <summary>Simple English.</summary>
    SimpleEnglish,

    /// <summary>Anything else, such as 那个人.</summary>
    Improper,
}
