using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>Decides a case now, and again whenever its decision changes: one timer, and no polling.</summary>
public sealed class CaseWatch(PolicyEngine engine, PolicyCase watched, TimeProvider time, Action<PolicyDecision> changed) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);       // timers of .NET take no more than 49
    private ITimer? timer;

    public void Start()
    {
        timer = time.CreateTimer(_ => Decide(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Decide();
    }

    public void Dispose() => timer?.Dispose();

    private void Decide()
    {
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        PolicyDecision decision = engine.Evaluate(watched, now);
        changed(decision);
        if (decision.DelayFrom(now) is { } delay)
        {
            timer!.Change(delay < Longest ? delay : Longest, Timeout.InfiniteTimeSpan);
        }
    }
}
