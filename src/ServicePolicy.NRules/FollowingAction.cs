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
        SubjectKey facts = new(this, (IFact)match[0], body.HasSecond ? match[1] as IFact : null);
        Following following = state.FollowingOf(facts);
        LoneFinding consumed = ((HiddenFact)match[^1]).Content;
        if (context.Match.Trigger == MatchTrigger.Removed)
        {
            following.Consumed.Remove(consumed);
        }
        else if (!following.Consumed.Contains(consumed))
        {
            following.Consumed.Add(consumed);
        }

        if (following.Consumed.Count > 0)
        {
            body.Speak(following, match, following.Consumed, state);
        }
        else
        {
            body.Silence(following, (IFact)match[0], state);
            state.Forget(facts);
        }
    }
}
