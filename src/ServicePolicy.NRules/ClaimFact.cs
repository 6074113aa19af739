using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What one clause would pay, before the clauses on one charge are settled.</summary>
internal sealed class ClaimFact(LoneFinding content) : HiddenFact(content);
