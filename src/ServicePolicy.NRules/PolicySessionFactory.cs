using NodaTime;
using NRules;
using NRules.RuleModel;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>Makes sessions in which the rules of an engine run together with rules of the host.</summary>
/// <remarks>Safe to share by all threads; a session is not. Facts are told apart by type and Id.</remarks>
public sealed class PolicySessionFactory
{
    private readonly ISessionFactory factory;

    /// <summary>Compiles the rules; do it once, for it takes about half a millisecond a rule.</summary>
    public PolicySessionFactory(PolicyRuleRepository policy, params IEnumerable<IRuleRepository> host)
    {
        ArgumentNullException.ThrowIfNull(policy);
        RuleCompiler compiler = new();
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = new FactKeyComparer();
        factory = compiler.Compile(host.Prepend(policy).SelectMany(repository => repository.GetRuleSets()));
    }

    /// <summary>NRules' own factory, for its events, metrics and schema.</summary>
    public ISessionFactory SessionFactory => factory;

    /// <summary>A session; recurring findings are worked out for <paramref name="window"/>, which stays as it is.</summary>
    public ISession CreateSession(Interval window) => CreateSession(new SessionState(Span.Of(window), collectsProblems: false));

    internal ISession CreateSession(SessionState state)
    {
        ISession session = factory.CreateSession();
        session.DependencyResolver = new StateResolver(state, session.DependencyResolver);
        return session;
    }
}
