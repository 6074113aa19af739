using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>A way of service whose hours are laid down.</summary>
[JsonConverter(typeof(EnumNameConverter<ChannelKind>))]
public enum ChannelKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The hotline (OPS-06).</summary>
    Hotline,

    /// <summary>The customer service of the online hall (OPS-11).</summary>
    OnlineService,

    /// <summary>The payment service of the online hall (OPS-11).</summary>
    OnlinePayment,
}
