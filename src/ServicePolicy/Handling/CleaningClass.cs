using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>The class of a hall by which the time for clearing dirt goes.</summary>
[JsonConverter(typeof(EnumNameConverter<CleaningClass>))]
public enum CleaningClass : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A flagship or brand hall.</summary>
    FlagshipOrBrand,

    /// <summary>An ordinary shop, a market or a township hall.</summary>
    Ordinary,
}
