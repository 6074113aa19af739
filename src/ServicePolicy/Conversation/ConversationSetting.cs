using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>Where a conversation takes place.</summary>
[JsonConverter(typeof(EnumNameConverter<ConversationSetting>))]
public enum ConversationSetting : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Face to face.</summary>
    Counter,

    /// <summary>On the phone.</summary>
    Call,

    /// <summary>On the phone, on the hotline.</summary>
    Hotline,
}
