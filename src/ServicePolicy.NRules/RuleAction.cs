using NRules.RuleModel;
using ServicePolicy.Rules;

namespace ServicePolicy.NRules;

/// <summary>What a translated rule does when it fires: runs its body on the match and has its findings follow.</summary>
internal sealed class RuleAction(Plan plan, CompiledRule rule, bool hasSecond)
{
    public void Run(IContext context, object[] match)
    {
        SessionState state = (SessionState)context.Resolve(typeof(SessionState));
        List<LoneFinding>? consumed = null;
        for (int i = hasSecond ? 2 : 1; i < match.Length; i++)
        {
            (consumed ??= []).AddRange(match[i] is IEnumerable<FindingFact> findings
                ? findings.Select(finding => finding.Content)
                : ((IEnumerable<ClaimFact>)match[i]).Select(claim => claim.Content));
        }

        FactProblems problems = default;
        List<LoneFinding> found = MatchRunner.Run(plan, rule, (IFact)match[0], hasSecond ? match[1] : null, (IReadOnlyList<LoneFinding>?)consumed ?? [], state.Window, ref problems, out bool windowed);
        state.Windowed |= windowed;
        state.Problems.AddRange(problems);
        if (!state.CollectsProblems)
        {
            problems.ThrowIfAny();
        }

        Follow(context, found);
    }

    /// <summary>Makes the session hold just these findings of this match, and leaves alone those that stay as they are.</summary>
    private static void Follow(IContext context, List<LoneFinding> found)
    {
        if (context.Match.Trigger == MatchTrigger.Created)
        {
            for (int i = 0; i < found.Count; i++)
            {
                context.InsertLinked(i, Fact(found[i]));
            }

            return;
        }

        foreach (object key in context.GetLinkedKeys().ToArray())
        {
            object before = context.GetLinked(key)!;
            int index = (int)key;
            if (index >= found.Count)
            {
                context.RetractLinked(key, before);
            }
            else if (!Content(before).SaysTheSame(found[index]))
            {
                context.RetractLinked(key, before);
                context.InsertLinked(key, Fact(found[index]));
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (context.GetLinked(i) is null)
            {
                context.InsertLinked(i, Fact(found[i]));
            }
        }
    }

    private static LoneFinding Content(object fact) => fact is ClaimFact claim ? claim.Content : ((FindingFact)fact).Content;

    private static object Fact(LoneFinding finding) => finding.IsClaim ? new ClaimFact(finding) : new FindingFact(finding);
}
