using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Conversation;

/// <summary>By what means money changes hands.</summary>
[JsonConverter(typeof(EnumNameConverter<PaymentMeans>))]
public enum PaymentMeans : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>By none: no money does.</summary>
    None,

    /// <summary>In cash.</summary>
    Cash,

    /// <summary>By any other.</summary>
    Other,
}
