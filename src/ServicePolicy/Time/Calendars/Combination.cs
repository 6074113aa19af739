namespace ServicePolicy.Time.Calendars;

/// <summary>How two calendars make one.</summary>
internal enum Combination
{
    /// <summary>Open while either is.</summary>
    Union,

    /// <summary>Open while both are.</summary>
    Intersection,

    /// <summary>Open while the first is and the second is not.</summary>
    Difference,
}
