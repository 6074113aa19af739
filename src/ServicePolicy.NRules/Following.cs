using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>The findings that a rule consumes of the same facts, and those that follow from them.</summary>
internal sealed class Following
{
    /// <summary>What is impossible about them.</summary>
    public FactProblems Problems;

    /// <summary>The findings consumed; few, mostly one.</summary>
    public List<LoneFinding> Consumed { get; } = [];

    /// <summary>The facts that the session holds for it.</summary>
    public List<object> Found { get; } = [];
}
