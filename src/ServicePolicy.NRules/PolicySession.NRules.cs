using NRules;
using NRules.Diagnostics;
using NRules.Extensibility;

namespace ServicePolicy.NRules;

/// <content>What is as in any NRules session.</content>
public sealed partial class PolicySession : ISession
{
    /// <inheritdoc/>
    public bool AutoPropagateLinkedFacts
    {
        get => session.AutoPropagateLinkedFacts;
        set => session.AutoPropagateLinkedFacts = value;
    }

    /// <inheritdoc/>
    public IAgenda Agenda => session.Agenda;

    /// <inheritdoc/>
    public IEventProvider Events => session.Events;

    /// <inheritdoc/>
    public IMetricsProvider Metrics => session.Metrics;

    /// <inheritdoc/>
    public IDependencyResolver DependencyResolver
    {
        get => session.DependencyResolver;
        set => session.DependencyResolver = new StateResolver(state, value);
    }

    /// <inheritdoc/>
    public IActionInterceptor? ActionInterceptor
    {
        get => session.ActionInterceptor;
        set => session.ActionInterceptor = value;
    }

    /// <inheritdoc/>
    public IEnumerable<ILinkedFactSet> PropagateLinked() => session.PropagateLinked();

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">Rules find facts impossible together, or a rule of the host made one that cannot be; all is listed, as long as it stands.</exception>
    /// <exception cref="RuleFaultException">A rule of ours threw.</exception>
    public int Fire() => Fire(int.MaxValue, CancellationToken.None);

    /// <inheritdoc/>
    /// <inheritdoc cref="Fire()" path="/exception"/>
    public int Fire(CancellationToken cancellationToken) => Fire(int.MaxValue, cancellationToken);

    /// <inheritdoc/>
    /// <inheritdoc cref="Fire()" path="/exception"/>
    public int Fire(int maxRulesNumber) => Fire(maxRulesNumber, CancellationToken.None);

    /// <inheritdoc/>
    /// <inheritdoc cref="Fire()" path="/exception"/>
    public int Fire(int maxRulesNumber, CancellationToken cancellationToken)
    {
        int fired = session.Fire(maxRulesNumber, cancellationToken);
        state.Refusals.ThrowIfAny(session.Query<object>);
        return fired;
    }

    /// <inheritdoc/>
    public IQueryable<TFact> Query<TFact>() => typeof(TFact) == typeof(object)
        ? session.Query<TFact>().AsEnumerable().Where(fact => fact is not HiddenFact).AsQueryable()
        : session.Query<TFact>();

    /// <inheritdoc/>
    public ReteGraph GetSchema() => session.GetSchema();
}
