using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>The findings that a rule consumes of the same facts.</summary>
internal sealed class Following
{
    /// <summary>The findings consumed; few, mostly one.</summary>
    public List<LoneFinding> Consumed { get; } = [];
}
