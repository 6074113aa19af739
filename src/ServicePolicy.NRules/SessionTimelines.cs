using System.Runtime.ExceptionServices;
using NRules;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>Decides each case in a session of its own.</summary>
internal sealed class SessionTimelines(Plan plan) : ITimelineSource
{
    private readonly PolicySessionFactory factory = new(new PolicyRuleRepository(plan));

    public PolicyTimeline Timeline(PolicyCase @case, Span window)
    {
        SessionState state = new(window, collectsProblems: true);
        ISession session = factory.CreateSession(state);
        try
        {
            session.InsertAll(@case.Facts);
            session.Fire();
        }
        catch (Exception exception) when (Inner(exception) is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        state.ThrowIfImpossible();
        return MatchRunner.Gather(plan, @case, window, session.Query<FindingFact>().AsEnumerable().Select(finding => finding.Content), state.Windowed);
    }

    private static RuleFaultException? Inner(Exception? exception)
    {
        while (exception is not null and not RuleFaultException)
        {
            exception = exception.InnerException;
        }

        return (RuleFaultException?)exception;
    }
}
