using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>How a customer gave consent or confirmation.</summary>
[JsonConverter(typeof(EnumNameConverter<ConsentForm>))]
public enum ConsentForm : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By an agreement or a form on paper.</summary>
    Agreement,

    /// <summary>By replying to an SMS.</summary>
    SmsReply,

    /// <summary>On the web.</summary>
    Web,

    /// <summary>On WAP.</summary>
    Wap,

    /// <summary>In another way that leaves writing on paper or in a system.</summary>
    OtherWritten,

    /// <summary>By word of mouth, which does not count, recorded or not.</summary>
    Spoken,
}
