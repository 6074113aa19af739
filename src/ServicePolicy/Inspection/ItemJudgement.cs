using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>How it is told whether what an inspector noted falls short.</summary>
[JsonConverter(typeof(EnumNameConverter<ItemJudgement>))]
public enum ItemJudgement : byte
{
    /// <summary>By the inspector's word, <see cref="InspectionNote.Shortfall"/>.</summary>
    Verdict,

    /// <summary>By <see cref="InspectionNote.Dress"/>, with what may stand in for the uniform.</summary>
    Dress,

    /// <summary>By <see cref="InspectionNote.Badge"/>.</summary>
    Badge,

    /// <summary>By <see cref="InspectionNote.Measured"/>: more than the figure falls short.</summary>
    AtMost,

    /// <summary>By <see cref="InspectionNote.Measured"/>: as far away as the figure, or nearer, falls short.</summary>
    Within,

    /// <summary>By <see cref="InspectionNote.ValidUntil"/>: it falls short after that day.</summary>
    ValidUntil,

    /// <summary>By the inspector's word, with the points that the inspector takes off.</summary>
    InspectorsPoints,
}
