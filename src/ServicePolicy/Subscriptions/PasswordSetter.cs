using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Subscriptions;

/// <summary>Who sets a customer's service password.</summary>
[JsonConverter(typeof(EnumNameConverter<PasswordSetter>))]
public enum PasswordSetter : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A member of staff.</summary>
    Staff,
}
