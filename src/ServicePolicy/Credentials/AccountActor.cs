using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Credentials;

/// <summary>Who acted on an operator's account.</summary>
[JsonConverter(typeof(EnumNameConverter<AccountActor>))]
public enum AccountActor : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The area manager.</summary>
    AreaManager,

    /// <summary>Anyone else.</summary>
    SomeoneElse,

    /// <summary>Nobody: it happened by itself.</summary>
    System,
}
