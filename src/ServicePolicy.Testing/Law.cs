namespace ServicePolicy.Testing;

/// <summary>What holds of every standard, without knowing it.</summary>
public enum Law
{
    /// <summary>S26: a ruling that is stated is stated by every completion.</summary>
    Unsound,

    /// <summary>S26: what every completion states, or none, is not in doubt.</summary>
    OverCautious,

    /// <summary>S26: where completions differ it is said that nobody knows, or what they all state is stated: never silence.</summary>
    Silent,

    /// <summary>S26: an indeterminate ruling names the inputs on which completions differ, and no others.</summary>
    WrongInputs,

    /// <summary>S29: at most one of pending, at risk, met, breached and violated about one subject.</summary>
    TwoRulings,

    /// <summary>S1: what is later changes nothing.</summary>
    Hindsight,

    /// <summary>S15, S26: the answer to a request is that of every completion.</summary>
    UnsoundRequest,

    /// <summary>S15, S26: where every completion gives one answer, it is given.</summary>
    OverCautiousRequest,

    /// <summary>S17: the next change is the first, and is one.</summary>
    NextChange,

    /// <summary>Facts that can turn out to be possible are decided on.</summary>
    Refused,

    /// <summary>No rule throws.</summary>
    Fault,
}
