using System.Collections;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>A clause of several rules about one fact: what any of its rules has matched, and the one ruling that follows (S26, S29).</summary>
internal sealed class SpokenClause(Plan plan, short standard, IFact first)
{
    private readonly Dictionary<object, (CompiledRule Rule, object[] Facts, LoneFinding[] Consumed, bool IsWhole)> matches = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says what one match of a rule of the clause has, and rules anew.</summary>
    /// <param name="source">What the match belongs to.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">What it matched.</param>
    /// <param name="isWhole">Whether the rule needs no other facts than those.</param>
    /// <param name="consumed">The findings that it consumes.</param>
    /// <param name="state">The session's state.</param>
    public void Set(object source, CompiledRule rule, ReadOnlySpan<object> facts, bool isWhole, IReadOnlyList<LoneFinding> consumed, SessionState state)
    {
        matches[source] = (rule, facts.ToArray(), [.. consumed], isWhole);
        Rule(state);
    }

    /// <summary>Forgets a match that is gone, and rules anew.</summary>
    public void Remove(object source, SessionState state)
    {
        if (!matches.Remove(source))
        {
            return;
        }

        if (matches.Count > 0)
        {
            Rule(state);
            return;
        }

        state.Forget(standard, first);
        state.Refusals.Body(this, default, null);
        state.Recurs(this, null);
        state.Findings.Set(this, []);
    }

    private void Rule(SessionState state)
    {
        MatchResult? result = state.Run(
            this,
            (Clause: this, State: state),
            static on => on.Clause.Alone(on.State) ?? on.Clause.Together(on.State),
            static on => on.Clause.Rule(on.State));
        state.Findings.Set(this, result is null || result.Problems.Any ? [] : result.Found);
    }

    /// <summary>What the only match says, where that is all there is to say; most clauses of several rules have one match a fact.</summary>
    private MatchResult? Alone(SessionState state)
    {
        if (matches.Count != 1)
        {
            return null;
        }

        (CompiledRule rule, object[] matched, LoneFinding[] consumed, bool isWhole) = matches.Values.First();
        MatchResult? result = isWhole ? MatchRunner.Run(plan, rule, (IFact)matched[0], matched.Length > 1 ? matched[1] : null, consumed, state.Window) : null;
        return result is { IsDoubtful: true } ? null : result;
    }

    private MatchResult Together(SessionState state)
    {
        List<IFact> facts = [];
        HashSet<object> known = new(new FactKeyComparer());
        List<LoneFinding> consumed = [];
        foreach ((_, object[] matched, LoneFinding[] findings, _) in matches.Values)
        {
            foreach (IFact fact in matched.SelectMany(each => each is IFact fact ? [fact] : ((IEnumerable)each).Cast<IFact>()))
            {
                if (known.Add(fact))
                {
                    facts.Add(fact);
                }
            }

            consumed.AddRange(findings.Where(finding => !consumed.Contains(finding)));
        }

        // Rules on the fact alone have all they need, also where they did not match: what is not known may have them speak.
        CompiledRule[] matching = [.. matches.Values.Select(match => match.Rule)];
        CompiledRule[] rules = [.. plan.RulesOf(standard).Where(rule => matching.Contains(rule) || (rule.Rule.IsFree && rule.Rule.First == first.GetType()))];
        return MatchRunner.RunClause(plan, rules, facts, consumed, state.Window);
    }
}
