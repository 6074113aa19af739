using NodaTime;
using NRules;
using NRules.Diagnostics;
using NRules.RuleModel;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>Makes sessions in which the rules of an engine run together with rules of the host.</summary>
/// <remarks>Safe to share by all threads; a session is not. Facts are told apart by type and Id.</remarks>
public sealed class PolicySessionFactory
{
    private readonly ISessionFactory factory;
    private readonly Plan plan;
    private readonly Consumers consumers;

    /// <summary>Compiles the rules; do it once, for it takes about half a millisecond a rule.</summary>
    public PolicySessionFactory(PolicyRuleRepository policy, params IEnumerable<IRuleRepository> host)
    {
        ArgumentNullException.ThrowIfNull(policy);
        plan = policy.Plan;
        consumers = new Consumers(plan);
        RuleCompiler compiler = new();
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = FactKeyComparer.Instance;
        IRuleSet[] beside = [.. host.SelectMany(repository => repository.GetRuleSets())];
        factory = compiler.Compile([.. policy.Sets(beside.Length > 0), .. beside]);
        factory.Events.LhsExpressionFailedEvent += Refuse;
    }

    /// <summary>NRules' own factory, for its events, metrics and schema.</summary>
    public ISessionFactory SessionFactory => factory;

    /// <summary>A session at an instant; recurring findings are worked out for the same stretch of time from then on as by the engine.</summary>
    public PolicySession CreateSession(Instant asOf) => CreateSession(Plan.WindowFrom(asOf), shows: true);

    /// <summary>A session at the start of a window, for which recurring findings are worked out.</summary>
    public PolicySession CreateSession(Interval window) => CreateSession(Span.Of(window), shows: true);

    /// <summary>A session that has findings as facts of their own only if rules of the host may want them.</summary>
    internal PolicySession CreateSession(Span window, bool shows) => new(factory.CreateSession(), plan, consumers, window, shows);

    /// <summary>Keeps what a condition of ours threw for the session to throw once nothing is half propagated; what others throw is left to NRules.</summary>
    private static void Refuse(object? sender, LhsExpressionErrorEventArgs failed)
    {
        if (failed.Exception is RuleFaultException or InvalidFactException && sender is ISession { DependencyResolver: StateResolver resolver })
        {
            failed.IsHandled = true;
            resolver.State.Refusals.Condition(failed.Facts.Select(fact => fact.Value).OfType<object>(), failed.Exception);
        }
    }
}
