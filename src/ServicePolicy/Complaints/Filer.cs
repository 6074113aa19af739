using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>Who filed a complaint.</summary>
[JsonConverter(typeof(EnumNameConverter<Filer>))]
public enum Filer : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The account holder.</summary>
    AccountHolder,

    /// <summary>Anyone else, whoever asked them to.</summary>
    SomeoneElse,
}
