using ServicePolicy.Rules;

namespace ServicePolicy.NRules;

/// <summary>What rules of ours tell each other in a session, over all time; rules of the host do not see it.</summary>
internal abstract class HiddenFact(LoneFinding content)
{
    public LoneFinding Content { get; } = content;
}
