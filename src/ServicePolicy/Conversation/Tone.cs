using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>The tone of what is said (CNV-10).</summary>
[JsonConverter(typeof(EnumNameConverter<Tone>))]
public enum Tone : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>None of those that are banned.</summary>
    Neutral,

    /// <summary>Contempt.</summary>
    Contempt,

    /// <summary>Irritation.</summary>
    Irritation,

    /// <summary>Negation.</summary>
    Negation,

    /// <summary>Provocation.</summary>
    Provocation,

    /// <summary>Vulgar.</summary>
    Vulgar,

    /// <summary>Coarse.</summary>
    Coarse,

    /// <summary>Sarcastic.</summary>
    Sarcastic,

    /// <summary>Arguing, whoever is right.</summary>
    Arguing,
}
