using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>The body of a rule, run on what the network matched.</summary>
internal sealed class RuleBody(Plan plan, CompiledRule rule, int facts, bool hasSecond)
{
    private readonly bool isWhole = IsWhole(rule, facts, hasSecond);

    // The only rule of its standard, matched once a fact: what it says is all that the clause says of the fact.
    private readonly bool isClause = rule.Rule is SettlementRule || (plan.RulesOf(rule.Standard).Length == 1 && IsWhole(rule, facts, hasSecond));

    /// <summary>How many that a match begins with are not findings.</summary>
    public int Facts => facts;

    /// <summary>Whether the second of them is a fact, or facts, joined with the first.</summary>
    public bool HasSecond => hasSecond;

    /// <summary>Has the session hold what the rule finds of a match and the findings that it consumes, or what it refuses.</summary>
    /// <param name="source">What the findings belong to.</param>
    /// <param name="match">The facts matched.</param>
    /// <param name="consumed">The findings that the rule consumes.</param>
    /// <param name="state">The session's state.</param>
    public void Speak(object source, object[] match, IReadOnlyList<LoneFinding> consumed, SessionState state)
    {
        if (!isClause)
        {
            state.ClauseOf(plan, rule.Standard, (IFact)match[0]).Set(source, rule, match.AsSpan(0, facts), isWhole, consumed, state);
            return;
        }

        MatchResult? result = state.Run(
            source,
            (Body: this, Source: source, Match: match, Consumed: consumed, State: state),
            static on => on.Body.Run(on.Match, on.Consumed, on.State.Window),
            static on => on.Body.Speak(on.Source, on.Match, on.Consumed, on.State));
        if (result is { IsDoubtful: true } && rule.Rule is not SettlementRule)
        {
            state.Findings.Set(source, []);
            state.ClauseOf(plan, rule.Standard, (IFact)match[0]).Set(source, rule, match.AsSpan(0, facts), isWhole, consumed, state);
        }
        else
        {
            state.ClauseOrNull(rule.Standard, (IFact)match[0])?.Remove(source, state);
            state.Findings.Set(source, result is null || result.Problems.Any ? [] : result.Found);
        }
    }

    private MatchResult Run(object[] match, IReadOnlyList<LoneFinding> consumed, Span window) => MatchRunner.Run(plan, rule, (IFact)match[0], hasSecond ? match[1] : null, consumed, window);

    private static bool IsWhole(CompiledRule rule, int facts, bool hasSecond) => facts == (hasSecond ? 2 : 1) && rule.Rule.Shape.Second is null or { IsCollection: true, NeedsAny: false };

    /// <summary>Has the session forget what the rule said of a match that is gone.</summary>
    public void Silence(object source, IFact first, SessionState state)
    {
        state.ClauseOrNull(rule.Standard, first)?.Remove(source, state);
        state.Refusals.Body(source, default, null);
        state.Recurs(source, null);
        state.Findings.Set(source, []);
    }
}
