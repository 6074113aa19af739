using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ServicePolicy.DependencyInjection;

/// <summary>The engine of a host whose configuration may change while it runs: every change builds a new one.</summary>
/// <remarks>
/// Safe to share. A decision, a timeline or a stream stays with the engine that it began with. Where what is configured now has mistakes, they
/// are logged and stand in <see cref="Failure"/>, and the engine that could be built last goes on.
/// </remarks>
public sealed partial class PolicyEngineMonitor : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Action<PolicyEngine>> listeners = [];
    private readonly IDisposable[] watches;
    private readonly Func<ServicePolicyOptions> configure;
    private readonly ILogger<PolicyEngineMonitor> logger;
    private volatile PolicyEngine current;
    private volatile Exception? failure;

    internal PolicyEngineMonitor(PolicyEngine engine, ServicePolicyOptions options, Func<ServicePolicyOptions> configure, ILogger<PolicyEngineMonitor> logger)
    {
        current = engine;
        this.configure = configure;
        this.logger = logger;

        // An engine that the host made itself is not made from configuration. Sections of one configuration change together.
        watches = engine == options.Built ? [.. options.Sources.DistinctBy(source => source.GetReloadToken()).Select(source => ChangeToken.OnChange(source.GetReloadToken, Rebuild))] : [];
    }

    /// <summary>The engine by the configuration as it is now.</summary>
    public PolicyEngine Current => current;

    /// <summary>Why there is no engine by the configuration as it is now; an <see cref="OptionsValidationException"/> lists all mistakes.</summary>
    /// <value><see langword="null"/> where there is one.</value>
    public Exception? Failure => failure;

    /// <summary>Calls <paramref name="listener"/> with each new engine, until what is returned is disposed of.</summary>
    public IDisposable OnChange(Action<PolicyEngine> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (gate)
        {
            listeners.Add(listener);
        }

        return new Registration(this, listener);
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(watches, watch => watch.Dispose());

    [SuppressMessage("Design", "CA1031", Justification = "It is logged and kept; thrown on the thread that watches the configuration, it would end the process.")]
    private void Rebuild()
    {
        lock (gate)
        {
            try
            {
                current = configure().Built!;
                failure = null;
                LogRebuilt(logger);
                listeners.ForEach(listener => listener(current));
            }
            catch (Exception exception)
            {
                failure = exception;
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The configuration changed: a new engine decides from now on.")]
    private static partial void LogRebuilt(ILogger logger);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "The configuration changed and has mistakes: the engine before it goes on. Mend what is listed.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed class Registration(PolicyEngineMonitor monitor, Action<PolicyEngine> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (monitor.gate)
            {
                monitor.listeners.Remove(listener);
            }
        }
    }
}
