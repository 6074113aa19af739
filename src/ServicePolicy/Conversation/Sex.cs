namespace ServicePolicy.Conversation;

/// <summary>The sex of a person.</summary>
public enum Sex : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,
}
