using NRules.Extensibility;

namespace ServicePolicy.NRules;

/// <summary>Gives rules the state of their session, and whatever else the host's resolver has.</summary>
internal sealed class StateResolver(SessionState state, IDependencyResolver? next) : IDependencyResolver
{
    public SessionState State { get; } = state;

    public object Resolve(IResolutionContext context, Type serviceType) => serviceType == typeof(SessionState)
        ? State
        : next?.Resolve(context, serviceType) ?? throw new InvalidOperationException($"'{serviceType}' cannot be resolved. Give the session a dependency resolver.");
}
