
namespace ServicePolicy.Testing.Fixtures;

/// <summary>What came: a decision on a case, or on a request.</summary>
/// <param name="Outcome">The outcome, in the words of the JSON format.</param>
/// <param name="Change">The next change of a decision.</param>
/// <param name="Until">Until when a request is deferred.</param>
/// <param name="Findings">All findings that hold.</param>
/// <param name="Deciding">Those that decide.</param>
/// <param name="Version">What it was decided with.</param>
internal sealed record Answer(string Outcome, NextChange? Change, NodaTime.Instant? Until, FindingList Findings, IReadOnlyList<Finding> Deciding, PolicyVersion Version)
{
    public static Answer Of(PolicyDecision decision) =>
        new(Words.Camel(decision.Outcome.ToString()), decision.NextChange, null, decision.Findings, decision.Deciding, decision.Version);

    public static Answer Of(RequestDecision decision) =>
        new(Words.Camel(decision.Outcome.ToString()), null, decision.Until, decision.Findings, decision.Deciding, decision.Version);
}
