using NodaTime;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>A change of an open case's decision that nobody asked for: the time came, or the figures changed.</summary>
/// <remarks>Told at least once. <see cref="CaseId"/> and <see cref="At"/> are its key: a receiver that has seen them has seen it, and orders what a case tells by <see cref="At"/>.</remarks>
/// <param name="CaseId">The case.</param>
/// <param name="At">The instant of the change, exact however late it was noticed.</param>
/// <param name="Reason">Why it changed.</param>
/// <param name="Version">The version of the case's facts that it was decided with.</param>
/// <param name="OutcomeBefore">What the decision came to before.</param>
/// <param name="Outcome">What it comes to from then on.</param>
/// <param name="DecisionJson">The decision as of the instant, as <see cref="Serialization.PolicyJson.WriteDecision"/> writes it.</param>
public sealed record CaseChange(string CaseId, Instant At, CaseChangeReason Reason, long Version, PolicyOutcome OutcomeBefore, PolicyOutcome Outcome, string DecisionJson);
