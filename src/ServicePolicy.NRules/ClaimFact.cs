using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What one clause would pay, before the clauses on one charge are settled; rules of the host do not see it.</summary>
internal sealed class ClaimFact(LoneFinding content)
{
    public LoneFinding Content { get; } = content;
}
