namespace ServicePolicy.Operations;

/// <summary>Whom hall figures were published to.</summary>
public enum FiguresAudience : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The staff.</summary>
    Staff,

    /// <summary>Managers alone.</summary>
    ManagersOnly,
}
