using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>What an item of the checklist depends on besides itself.</summary>
[Flags]
[JsonConverter(typeof(EnumNameConverter<ItemConditions>))]
public enum ItemConditions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The winter months, in which the branch sets what is worn.</summary>
    Winter = 1,

    /// <summary>The type of the hall: 沟通100 and GoTone halls keep the uniform in winter.</summary>
    HallType = 2,

    /// <summary>Whether the member of staff sells handsets, and wears what the hall sets.</summary>
    HandsetSeller = 4,

    /// <summary>Whether the member of staff is pregnant, and wears her own dress.</summary>
    Pregnancy = 8,

    /// <summary>Whether a member of staff was free.</summary>
    StaffFree = 16,

    /// <summary>Whether it was raining, snowing or windy.</summary>
    Weather = 32,

    /// <summary>Whether it lies beyond the cycle lane, where that is nearer.</summary>
    CycleLane = 64,
}
