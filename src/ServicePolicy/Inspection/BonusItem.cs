using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>The items with which a hall can earn a bonus (INS-11).</summary>
[JsonConverter(typeof(EnumNameConverter<BonusItem>))]
public enum BonusItem : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The handling of business.</summary>
    Handling,

    /// <summary>Work on complaints.</summary>
    ComplaintWork,

    /// <summary>Publicity.</summary>
    Publicity,

    /// <summary>An innovation in the hall's own management.</summary>
    LocalManagement,

    /// <summary>Humane service.</summary>
    HumaneService,

    /// <summary>A convenience kit: umbrella, first aid, reading glasses.</summary>
    ConvenienceKit,

    /// <summary>Service of handsets.</summary>
    HandsetService,

    /// <summary>A lively display.</summary>
    LivelyDisplay,

    /// <summary>Floor management.</summary>
    FloorManagement,

    /// <summary>The premises.</summary>
    Premises,

    /// <summary>Care of those who wait.</summary>
    CareWhileWaiting,

    /// <summary>The use of electronic channels.</summary>
    ElectronicChannels,

    /// <summary>The handling of incidents.</summary>
    IncidentHandling,
}
