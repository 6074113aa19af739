namespace ServicePolicy.Credentials;

/// <summary>How the session at a place stands.</summary>
internal enum SessionState : byte
{
    /// <summary>There is none.</summary>
    Closed,

    /// <summary>It is open, and was used within the idle limit.</summary>
    InUse,

    /// <summary>It is open, and has stood unused beyond the limit.</summary>
    LeftOpen,
}
