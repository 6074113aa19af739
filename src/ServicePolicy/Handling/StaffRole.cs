using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Handling;

/// <summary>What a member of staff does on a shift.</summary>
[JsonConverter(typeof(EnumNameConverter<StaffRole>))]
public enum StaffRole : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Serves at a counter.</summary>
    CounterStaff,

    /// <summary>Is the duty manager.</summary>
    DutyManager,

    /// <summary>Handles complaints.</summary>
    ComplaintHandler,

    /// <summary>Manages the hall.</summary>
    HallManager,
}
