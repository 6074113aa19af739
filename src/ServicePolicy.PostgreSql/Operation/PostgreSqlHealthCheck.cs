using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.DependencyInjection;

namespace ServicePolicy.PostgreSql.Operation;

/// <summary>Unhealthy where the database is away; degraded where cases are overdue, or changes and cases wait for somebody to look at them.</summary>
public sealed class PostgreSqlHealthCheck : IHealthCheck
{
    private readonly CaseStatisticsReader statistics;
    private readonly PostgreSqlOptions options;
    private readonly IClock clock;

    /// <summary>A check of the schema that the options name.</summary>
    public PostgreSqlHealthCheck(CaseStatisticsReader statistics, PostgreSqlOptions options, IClock clock)
    {
        this.statistics = statistics;
        this.options = options;
        this.clock = clock;
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Judge(await statistics.ReadAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false));
        }
        catch (NpgsqlException error)
        {
            return HealthCheckResult.Unhealthy($"The database of schema '{options.Schema}' cannot be asked.", error);
        }
    }

    private HealthCheckResult Judge(CaseStatistics now)
    {
        List<string> worries = [];
        Worry(now.Lag > Duration.FromTimeSpan(options.Deadlines.HealthyLag), $"the first overdue case has been due for {now.Lag.TotalSeconds:0} s; start more processes that watch deadlines, or look why none does");
        Worry(now.Dead > 0, $"{now.Dead} changes were put aside since no handler took them; look at dead_change and have them tried again");
        Worry(now.Faulted > 0, $"{now.Faulted} cases could not be decided; look at case_fault");
        Dictionary<string, object> data = new()
        {
            ["open"] = now.Open,
            ["overdue"] = now.Overdue,
            ["lag"] = now.Lag.TotalSeconds,
            ["undelivered"] = now.Undelivered,
            ["dead"] = now.Dead,
            ["faulted"] = now.Faulted,
        };
        return worries.Count == 0 ? HealthCheckResult.Healthy("Deadlines are met.", data) : HealthCheckResult.Degraded($"In schema '{options.Schema}' {string.Join("; ", worries)}.", data: data);

        void Worry(bool isSo, FormattableString text)
        {
            if (isSo)
            {
                worries.Add(FormattableString.Invariant(text));
            }
        }
    }
}
