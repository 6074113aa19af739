namespace ServicePolicy;

/// <summary>How an obligation or an entitlement stands.</summary>
public enum FindingState : byte
{
    /// <summary>The kind of finding has no states.</summary>
    None,

    /// <summary>Due later.</summary>
    Pending,

    /// <summary>Past the warning point, and not yet late.</summary>
    AtRisk,

    /// <summary>Not done in time.</summary>
    Breached,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Owed to the customer.</summary>
    Owed,

    /// <summary>Another clause pays more for the same charge.</summary>
    Superseded,

    /// <summary>Paid in full.</summary>
    Paid,
}
