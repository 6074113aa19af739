using System.Runtime.ExceptionServices;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>Decides each case three times, over time and at an instant by the plan and in a session, and refuses to go on where they differ.</summary>
internal sealed class ComparedTimelines(Plan plan) : ITimelineSource
{
    private const string ByPlan = "the plan", AtOnce = "the plan at an instant", BySession = "NRules";
    private readonly Plan own = plan.Itself();
    private readonly SessionTimelines sessions = new(plan);

    public PolicyTimeline Timeline(PolicyCase @case, Span window)
    {
        FactKey root = FactKey.Of(@case.Root);
        PolicyTimeline? expected = Try(() => own.Timeline(@case, window), out Exception? refused);
        PolicyTimeline? actual = Try(() => sessions.Timeline(@case, window), out Exception? alsoRefused);
        if (Refusal(refused) != Refusal(alsoRefused))
        {
            throw new EnginesDifferException(root, ByPlan, Refusal(refused), BySession, Refusal(alsoRefused));
        }

        if (expected is null || actual is null)
        {
            ExceptionDispatchInfo.Throw(refused!);
        }

        Compare(root, ByPlan, expected!, BySession, actual!);
        PolicyDecision slice = expected!.At(window.Start), decision = own.Decide(@case, window.Start);
        Compare(root, ByPlan, slice, AtOnce, decision);
        if (window == Plan.WindowFrom(window.Start) && (slice.NextChange, slice.Outcome) != (decision.NextChange, decision.Outcome))
        {
            throw new EnginesDifferException(root, ByPlan, slice.ToString(), AtOnce, decision.ToString());
        }

        return expected;
    }

    private static PolicyTimeline? Try(Func<PolicyTimeline> run, out Exception? refused)
    {
        refused = null;
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is InvalidFactException or RuleFaultException)
        {
            refused = exception;
            return null;
        }
    }

    private static string Refusal(Exception? refused) => refused switch
    {
        null => "nothing is refused",
        InvalidFactException impossible => string.Join(" | ", impossible.Problems.Select(problem => problem.ToString()).Distinct().Order(StringComparer.Ordinal)),
        _ => refused.Message,
    };

    private static void Compare(FactKey root, string one, PolicyRuling expected, string other, PolicyRuling actual)
    {
        Finding[] left = [.. expected.Findings], right = [.. actual.Findings];
        int same = left.AsSpan().CommonPrefixLength(right);
        if (same < left.Length || same < right.Length)
        {
            throw new EnginesDifferException(root, one, Said(left, same), other, Said(right, same));
        }
    }

    private static string Said(Finding[] findings, int index) =>
        index < findings.Length ? $"{findings[index].Subject} {findings[index]}, {findings[index].Holds}" : "nothing more";
}
