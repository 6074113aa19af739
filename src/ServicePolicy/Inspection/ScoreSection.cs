using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>The sections of the score card.</summary>
[JsonConverter(typeof(EnumNameConverter<ScoreSection>))]
public enum ScoreSection : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Appearance (INS-01).</summary>
    Appearance,

    /// <summary>Conduct (INS-02).</summary>
    Conduct,

    /// <summary>Initiative (INS-03).</summary>
    Initiative,

    /// <summary>Environment and facilities (INS-04).</summary>
    Environment,

    /// <summary>Publicity (INS-05).</summary>
    Publicity,

    /// <summary>Correctness and success of business (INS-06).</summary>
    Correctness,

    /// <summary>Proficiency (INS-07).</summary>
    Proficiency,

    /// <summary>Queueing (INS-08).</summary>
    Queueing,

    /// <summary>Floor management (INS-09).</summary>
    FloorManagement,

    /// <summary>Every complaint recorded (INS-10).</summary>
    ComplaintRecords,
}
