using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>What a member of staff wears in the place of the uniform, or the uniform.</summary>
[JsonConverter(typeof(EnumNameConverter<Dress>))]
public enum Dress : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The uniform.</summary>
    Uniform,

    /// <summary>What the branch has set for the winter.</summary>
    SetByBranch,

    /// <summary>What the hall has set for those who sell handsets.</summary>
    SetByHall,

    /// <summary>Anything else, such as the own dress in pregnancy.</summary>
    Own,
}
