using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.DependencyInjection;

namespace ServicePolicy.AspNetCore;

/// <summary>Whether decisions are made as configured, and deadlines told of in time.</summary>
internal sealed class PolicyHealthCheck(PolicyEngineMonitor engine, DeadlineWatch? watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = [];
        if (watch is not null)
        {
            data["watched"] = watch.Count;
            data["lagSeconds"] = watch.Lag.TotalSeconds;
        }

        return Task.FromResult(
            watch?.Lag > watch?.Options.LateAfter ? HealthCheckResult.Unhealthy($"A change has waited to be told for {watch!.Lag.TotalSeconds:0} s. Look at the log for what the handler threw.", data: data)
            : engine.Failure is not null ? HealthCheckResult.Degraded("The configuration has mistakes since it changed, and the engine before it goes on. The log lists them.", data: data)
            : HealthCheckResult.Healthy(data: data));
    }
}
