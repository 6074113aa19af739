namespace ServicePolicy.PostgreSql.Cases;

/// <summary>What is kept of a case besides its facts.</summary>
/// <param name="CaseId">The host's identifier.</param>
/// <param name="Version">How often facts were recorded.</param>
/// <param name="AsOf">For which instant it was decided last; it never goes back.</param>
/// <param name="Outcome">What the decision came to.</param>
/// <param name="Digest">What the decision said.</param>
/// <param name="MadeWith">With what it was decided.</param>
/// <param name="Due">When it is to be decided again; <see cref="Nanoseconds.Never"/> where it is not.</param>
internal sealed record CaseState(string CaseId, long Version, long AsOf, string Outcome, byte[] Digest, PolicyVersion MadeWith, long Due)
{
    /// <summary>What a decision leaves behind.</summary>
    public static CaseState Of(string caseId, long version, PolicyDecision decision) => new(
        caseId,
        version,
        Nanoseconds.Of(decision.AsOf),
        decision.Outcome.ToString(),
        DecisionDigest.Of(decision),
        decision.Version,
        DueOf(decision));

    /// <summary>When to look again: at the next change, or where the window that was looked at ends.</summary>
    private static long DueOf(PolicyDecision decision)
    {
        long asOf = Nanoseconds.Of(decision.AsOf);
        if ((decision.NextChange.Instant ?? decision.NextChange.LookedUntil) is not { } next || asOf >= Nanoseconds.Latest)
        {
            return Nanoseconds.Never;
        }

        long due = Nanoseconds.Of(next);
        return due > asOf ? due : throw new InvalidOperationException($"A decision as of '{decision.AsOf}' changes at '{next}', which is not later. This is a mistake of the engine.");
    }
}
