using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy;

/// <summary>An answer that may be missing; conditions of rules are three-valued with it.</summary>
[JsonConverter(typeof(EnumNameConverter<YesNo>))]
public enum YesNo : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Definitely not.</summary>
    No,

    /// <summary>Definitely.</summary>
    Yes,
}
