using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>What a customer wants with points.</summary>
[JsonConverter(typeof(EnumNameConverter<PointsOperation>))]
public enum PointsOperation : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To know them.</summary>
    Query,

    /// <summary>To donate them.</summary>
    Donation,
}
