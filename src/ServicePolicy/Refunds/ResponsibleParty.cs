using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Refunds;

/// <summary>Who is responsible for a disputed charge.</summary>
[JsonConverter(typeof(EnumNameConverter<ResponsibleParty>))]
public enum ResponsibleParty : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The company.</summary>
    Company,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Someone else, such as a service provider.</summary>
    ThirdParty,
}
