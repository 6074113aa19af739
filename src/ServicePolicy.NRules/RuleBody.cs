using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>The body of a rule, run on what the network matched.</summary>
internal sealed class RuleBody(Plan plan, CompiledRule rule, bool hasSecond)
{
    /// <summary>How many of the facts that a match begins with are not findings.</summary>
    public int Facts => hasSecond ? 2 : 1;

    /// <summary>Has the session hold what the rule finds of a match and the findings that it consumes, or what it refuses.</summary>
    /// <param name="source">What the findings belong to.</param>
    /// <param name="match">The facts matched.</param>
    /// <param name="consumed">The findings that the rule consumes.</param>
    /// <param name="state">The session's state.</param>
    public void Speak(object source, object[] match, IReadOnlyList<LoneFinding> consumed, SessionState state)
    {
        FactProblems problems = default;
        RuleFaultException? fault = null;
        List<LoneFinding> found = [];
        bool windowed = false;
        try
        {
            found = MatchRunner.Run(plan, rule, (IFact)match[0], hasSecond ? match[1] : null, consumed, state.Window, ref problems, out windowed);
        }
        catch (RuleFaultException thrown)
        {
            fault = thrown;
        }

        state.Refusals.Body(source, problems, fault);
        Recur(windowed, source, match, consumed, state);
        state.Findings.Set(source, problems.Any ? [] : found);
    }

    // Apart, so that only a rule with recurring findings costs a closure.
    private void Recur(bool windowed, object source, object[] match, IReadOnlyList<LoneFinding> consumed, SessionState state)
    {
        if (windowed)
        {
            state.Recurs(source, () => Speak(source, match, consumed, state));
        }
        else
        {
            state.Recurs(source, null);
        }
    }

    /// <summary>Has the session forget what the rule said of a match that is gone.</summary>
    public static void Silence(object source, SessionState state)
    {
        state.Refusals.Body(source, default, null);
        state.Recurs(source, null);
        state.Findings.Set(source, []);
    }
}
