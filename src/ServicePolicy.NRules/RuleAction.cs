using NRules.RuleModel;
using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What a translated rule does when it fires: runs its body on the match and has its findings follow the match.</summary>
internal sealed class RuleAction(RuleBody body)
{
    public void Run(IContext context, object[] match)
    {
        SessionState state = (SessionState)context.Resolve(typeof(SessionState));
        if (context.Match.Trigger == MatchTrigger.Removed)
        {
            body.Silence(context.Match, (IFact)match[0], state);
            return;
        }

        List<LoneFinding>? consumed = null;
        for (int i = body.Facts; i < match.Length; i++)
        {
            (consumed ??= []).AddRange(((IEnumerable<HiddenFact>)match[i]).Select(fact => fact.Content));
        }

        body.Speak(context.Match, match, (IReadOnlyList<LoneFinding>?)consumed ?? [], state);
    }
}
