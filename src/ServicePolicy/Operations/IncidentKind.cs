using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>What happened in a hall or a centre.</summary>
[JsonConverter(typeof(EnumNameConverter<IncidentKind>))]
public enum IncidentKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The power failed.</summary>
    PowerFailure,

    /// <summary>The system failed.</summary>
    SystemFailure,

    /// <summary>There were more customers than can be served.</summary>
    Overload,

    /// <summary>Many customers complained together.</summary>
    MassComplaint,

    /// <summary>A disturbance that is neither a row nor a fight.</summary>
    Disturbance,

    /// <summary>A row.</summary>
    Row,

    /// <summary>A fight.</summary>
    Fight,
}
