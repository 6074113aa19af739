namespace ServicePolicy;

/// <summary>Whether a decision changes.</summary>
public enum NextChangeKind : byte
{
    /// <summary>It never changes.</summary>
    Never,

    /// <summary>It changes at an instant.</summary>
    At,

    /// <summary>It does not change within the window that was looked at; beyond, nobody looked.</summary>
    NotWithinWindow,
}
