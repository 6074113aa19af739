using NodaTime;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>What straight-line code decides.</summary>
public sealed record HandDecision(PolicyOutcome Outcome, Instant Next, List<HandFinding> Findings);
