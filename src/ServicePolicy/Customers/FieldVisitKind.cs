using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>What a visit to a customer's place is for.</summary>
[JsonConverter(typeof(EnumNameConverter<FieldVisitKind>))]
public enum FieldVisitKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Care of a key customer.</summary>
    KeyCustomerCare,

    /// <summary>The collection of a debt.</summary>
    Collection,
}
