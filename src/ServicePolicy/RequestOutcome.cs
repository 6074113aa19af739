namespace ServicePolicy;

/// <summary>Whether an action may be taken.</summary>
public enum RequestOutcome : byte
{
    /// <summary>It is refused, and no end of that is in sight.</summary>
    Denied,

    /// <summary>An input needed to decide is missing; to be refused.</summary>
    Indeterminate,

    /// <summary>Not now, but from an instant on; then it is to be asked again.</summary>
    Deferred,

    /// <summary>It is allowed.</summary>
    Allowed,

    /// <summary>No enforced standard speaks about such a request: that allows nothing, the host decides.</summary>
    NotApplicable,
}
