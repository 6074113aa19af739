using NRules.RuleModel;
using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What a translated rule does when it fires: runs its body on the match and has its findings follow the match.</summary>
internal sealed class RuleAction(RuleBody body)
{
    public void Run(IContext context, object[] match)
    {
        SessionState state = (SessionState)context.Resolve(typeof(SessionState));
        List<LoneFinding>? consumed = null;
        for (int i = body.Facts; i < match.Length; i++)
        {
            (consumed ??= []).AddRange(((IEnumerable<object>)match[i]).Select(RuleBody.Content));
        }

        List<LoneFinding> found = body.Run(match, (IReadOnlyList<LoneFinding>?)consumed ?? [], state, ref state.Problems);
        if (context.Match.Trigger == MatchTrigger.Created)
        {
            for (int i = 0; i < found.Count; i++)
            {
                context.InsertLinked(i, RuleBody.Fact(found[i]));
            }

            return;
        }

        Replace(context, found);
    }

    /// <summary>Makes the session hold just these findings of this match, and leaves alone those that stay as they are.</summary>
    private static void Replace(IContext context, List<LoneFinding> found)
    {
        foreach (object key in context.GetLinkedKeys().ToArray())
        {
            object before = context.GetLinked(key)!;
            int index = (int)key;
            if (index >= found.Count)
            {
                context.RetractLinked(key, before);
            }
            else if (!RuleBody.Content(before).SaysTheSame(found[index]))
            {
                context.RetractLinked(key, before);
                context.InsertLinked(key, RuleBody.Fact(found[index]));
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (context.GetLinked(i) is null)
            {
                context.InsertLinked(i, RuleBody.Fact(found[i]));
            }
        }
    }
}
