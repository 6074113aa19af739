using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>What a customer wants to pay for.</summary>
[JsonConverter(typeof(EnumNameConverter<PaymentKind>))]
public enum PaymentKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A top-up.</summary>
    TopUp,

    /// <summary>What is owed.</summary>
    Bill,
}
