using System.Collections;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>A clause of several rules about one fact: what any of its rules has matched, and the one ruling that follows (S26, S29).</summary>
internal sealed class SpokenClause(Plan plan, short standard, IFact first)
{
    private readonly Dictionary<object, (CompiledRule Rule, object[] Facts, LoneFinding[] Consumed)> matches = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says what one match of a rule of the clause has, and rules anew.</summary>
    public void Set(object source, CompiledRule rule, ReadOnlySpan<object> facts, IReadOnlyList<LoneFinding> consumed, SessionState state)
    {
        matches[source] = (rule, facts.ToArray(), [.. consumed]);
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
        List<IFact> facts = [];
        HashSet<object> known = new(new FactKeyComparer());
        List<LoneFinding> consumed = [];
        foreach ((_, object[] matched, LoneFinding[] findings) in matches.Values)
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

        CompiledRule[] rules = [.. plan.RulesOf(standard).Intersect(matches.Values.Select(match => match.Rule))];
        MatchResult? result = state.Run(this, () => MatchRunner.RunClause(plan, rules, facts, consumed, state.Window), () => Rule(state));
        state.Findings.Set(this, result is null || result.Problems.Any ? [] : result.Found);
    }
}
