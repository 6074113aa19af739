namespace ServicePolicy.Credentials;

/// <summary>Who acted on an operator's account.</summary>
public enum AccountActor : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The area manager.</summary>
    AreaManager,

    /// <summary>Anyone else.</summary>
    SomeoneElse,

    /// <summary>Nobody: it happened by itself.</summary>
    System,
}
