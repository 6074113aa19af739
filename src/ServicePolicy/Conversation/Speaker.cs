namespace ServicePolicy.Conversation;

/// <summary>Who says something.</summary>
public enum Speaker : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>A member of staff.</summary>
    Staff,
}
