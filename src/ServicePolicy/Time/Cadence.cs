namespace ServicePolicy.Time;

/// <summary>How often something falls due: once in each period of a calendar.</summary>
public enum Cadence : byte
{
    /// <summary>Each day.</summary>
    Daily,

    /// <summary>Each ISO week, from Monday.</summary>
    Weekly,

    /// <summary>Each calendar month.</summary>
    Monthly,

    /// <summary>Each quarter, from January, April, July and October.</summary>
    Quarterly,

    /// <summary>Each half-year, from January and July.</summary>
    HalfYearly,
}
