namespace ServicePolicy.Time.Calendars;

/// <summary>From when a changed target counts; the suspensions are kept either way.</summary>
public enum TargetChange
{
    /// <summary>From where the clock already counts, as if the new target had stood from there.</summary>
    Retroactive = 0,

    /// <summary>From the change on: the clock starts again.</summary>
    Restart = 1,
}
