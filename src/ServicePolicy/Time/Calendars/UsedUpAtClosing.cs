namespace ServicePolicy.Time.Calendars;

/// <summary>When a limit is due that is used up exactly when business closes.</summary>
public enum UsedUpAtClosing
{
    /// <summary>At that closing.</summary>
    DueAtClosing = 0,

    /// <summary>At the next opening: until then no more of the limit is used up.</summary>
    DueAtNextOpening = 1,
}
