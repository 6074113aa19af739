using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>Whom hall figures were published to.</summary>
[JsonConverter(typeof(EnumNameConverter<FiguresAudience>))]
public enum FiguresAudience : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The staff.</summary>
    Staff,

    /// <summary>Managers alone.</summary>
    ManagersOnly,
}
