using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Complaints;

/// <summary>The stars of a hall.</summary>
[JsonConverter(typeof(EnumNameConverter<StarRating>))]
public enum StarRating : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>No stars, or taken in no hall.</summary>
    None,

    /// <summary>One star.</summary>
    One,

    /// <summary>Two stars.</summary>
    Two,

    /// <summary>Three stars.</summary>
    Three,

    /// <summary>Four stars.</summary>
    Four,

    /// <summary>Five stars.</summary>
    Five,
}
