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
        PolicySession session = factory.CreateSession(window, shows: false);
        session.InsertAll(@case.Facts);
        session.Fire();
        return session.Timeline(@case);
    }
}
