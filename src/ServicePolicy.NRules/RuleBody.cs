using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>The body of a rule, run on what the network matched.</summary>
internal sealed class RuleBody(Plan plan, CompiledRule rule, bool hasSecond)
{
    /// <summary>How many of the facts that a match begins with are not findings.</summary>
    public int Facts => hasSecond ? 2 : 1;

    /// <summary>What the rule finds of a match and the findings that it consumes.</summary>
    public List<LoneFinding> Run(object[] match, IReadOnlyList<LoneFinding> consumed, SessionState state, ref FactProblems problems)
    {
        List<LoneFinding> found = MatchRunner.Run(plan, rule, (IFact)match[0], hasSecond ? match[1] : null, consumed, state.Window, ref problems, out bool windowed);
        state.Windowed |= windowed;
        if (!state.CollectsProblems)
        {
            problems.ThrowIfAny();
        }

        return found;
    }

    /// <summary>A finding as the session holds it.</summary>
    public static object Fact(LoneFinding finding) => finding.IsClaim ? new ClaimFact(finding) : new FindingFact(finding);

    /// <summary>The finding that a fact of the session is.</summary>
    public static LoneFinding Content(object fact) => fact is ClaimFact claim ? claim.Content : ((FindingFact)fact).Content;
}
