namespace ServicePolicy.Rules;

/// <summary>Whose findings a rule consumes.</summary>
public enum Subject : byte
{
    /// <summary>Those about the first fact matched.</summary>
    First,

    /// <summary>Those about the second fact matched.</summary>
    Second,

    /// <summary>Those about any fact of the case.</summary>
    Any,
}
