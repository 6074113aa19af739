using NRules.RuleModel;
using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What a translated rule does that consumes findings one by one: its own follow all that it consumes together.</summary>
/// <remarks>
/// A match has one finding, yet a definite one wins over a doubtful one and stretches that touch are one (S9). So what a rule finds belongs
/// to the facts matched rather than to a match, and is worked out anew whenever one of their matches comes, changes or goes.
/// </remarks>
internal sealed class FollowingAction(RuleBody body)
{
    public void Run(IContext context, object[] match)
    {
        SessionState state = (SessionState)context.Resolve(typeof(SessionState));
        (FollowingAction, FactKey, FactKey) facts = (this, FactKey.Of((IFact)match[0]), match[body.Facts - 1] is IFact second ? FactKey.Of(second) : default);
        Following following = state.FollowingOf(facts);
        LoneFinding consumed = RuleBody.Content(match[^1]);
        if (context.Match.Trigger == MatchTrigger.Removed)
        {
            following.Consumed.Remove(consumed);
        }
        else if (!following.Consumed.Contains(consumed))
        {
            following.Consumed.Add(consumed);
        }

        following.Problems = default;
        List<LoneFinding> found = following.Consumed.Count == 0 ? [] : body.Run(match, following.Consumed, state, ref following.Problems);
        Replace(context, following.Found, found);
        if (following.Consumed.Count == 0)
        {
            state.Forget(facts);
        }
    }

    /// <summary>Makes the session hold just these findings, and leaves alone those that stay as they are.</summary>
    private static void Replace(IContext context, List<object> held, List<LoneFinding> found)
    {
        for (int i = held.Count - 1; i >= 0; i--)
        {
            int same = found.FindIndex(RuleBody.Content(held[i]).SaysTheSame);
            if (same >= 0)
            {
                found.RemoveAt(same);
            }
            else
            {
                context.Retract(held[i]);
                held.RemoveAt(i);
            }
        }

        foreach (LoneFinding finding in found)
        {
            object fact = RuleBody.Fact(finding);
            held.Add(fact);
            context.Insert(fact);
        }
    }
}
