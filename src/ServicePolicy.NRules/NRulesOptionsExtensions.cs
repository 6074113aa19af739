namespace ServicePolicy.NRules;
/// <summary>Runs an engine's rules in NRules sessions.</summary>
public static class NRulesOptionsExtensions
{
    /// <summary>Decides each case in an NRules session of its own: the same findings, at the cost of a session.</summary>
    public static PolicyEngineOptions UseNRules(this PolicyEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RunElsewhere = plan => new SessionTimelines(plan);
        return options;
    }
    /// <summary>Decides each case by the plan and in an NRules session, and throws <see cref="EnginesDifferException"/> at the first difference; for tests of rules.</summary>
    public static PolicyEngineOptions CheckAgainstNRules(this PolicyEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RunElsewhere = plan => new ComparedTimelines(plan);
        return options;
    }
}
