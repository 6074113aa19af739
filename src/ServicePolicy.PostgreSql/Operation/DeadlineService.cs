using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Schema;

namespace ServicePolicy.PostgreSql.Operation;

/// <summary>Watches deadlines for as long as the host runs: finds what is due, delivers what changed, and has what failed tried again.</summary>
/// <remarks>While the database is away each loop waits, longer and longer, and goes on by itself. A stop waits for what is in hand.</remarks>
internal sealed class DeadlineService(
    SchemaMigrator migrator,
    DeadlineWorker worker,
    ChangeRelay relay,
    CaseStatisticsReader statistics,
    DeadlineTelemetry telemetry,
    PostgreSqlOptions options,
    IClock clock,
    TimeProvider time,
    ILogger<DeadlineService> logger) : BackgroundService
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(10);
    private readonly Signal changed = new();

    private DeadlineOptions Deadlines => options.Deadlines;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool ready = false;
        await LoopAsync("schema", () => ready, PrepareAsync, stoppingToken).ConfigureAwait(false);
        logger.Watching(options.Schema.Name);
        List<Task> loops = [LoopAsync("worker", Never, FireAsync, stoppingToken), LoopAsync("maintenance", Never, MaintainAsync, stoppingToken)];
        loops.AddRange(Enumerable.Range(0, Deadlines.Deliverers).Select(_ => LoopAsync("relay", Never, DeliverAsync, stoppingToken)));
        await Task.WhenAll(loops).ConfigureAwait(false);
        logger.Stopped(options.Schema.Name);

        static bool Never() => false;

        async Task<Task> PrepareAsync(CancellationToken cancellationToken)
        {
            await (options.Migrate ? migrator.MigrateAsync(cancellationToken) : migrator.CheckAsync(cancellationToken)).ConfigureAwait(false);
            ready = true;
            return Task.CompletedTask;
        }
    }

    /// <summary>A batch of due cases; then until the next is due, but not much longer than others could have opened one.</summary>
    private async Task<Task> FireAsync(CancellationToken stopping)
    {
        Instant now = clock.GetCurrentInstant();
        Firing firing = await worker.FireAsync(now, stopping).ConfigureAwait(false);
        telemetry.Fired(firing);
        if (firing.Changes > 0)
        {
            changed.Set();
        }

        if (firing.Cases >= Deadlines.BatchSize)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait = firing.NextDue is { } next && next - now < Duration.FromTimeSpan(Deadlines.Poll) ? RoundedUp(next - now) : Deadlines.Poll;
        return Wait(wait > Deadlines.Gather ? wait : Deadlines.Gather, stopping);
    }

    private async Task<Task> DeliverAsync(CancellationToken stopping)
    {
        Task next = changed.Next;
        Delivery delivery = await relay.DeliverAsync(clock.GetCurrentInstant(), stopping).ConfigureAwait(false);
        telemetry.Delivered(delivery);
        return delivery.Count > 0 ? Task.CompletedTask : Task.WhenAny(next, Wait(Deadlines.Poll, stopping));
    }

    private async Task<Task> MaintainAsync(CancellationToken stopping)
    {
        Instant now = clock.GetCurrentInstant();
        await worker.RetryFaultsAsync(now, cancellationToken: stopping).ConfigureAwait(false);
        telemetry.Statistics = await statistics.ReadAsync(now, stopping).ConfigureAwait(false);
        return Wait(Deadlines.MaintenanceInterval, stopping);
    }

    private Task Wait(TimeSpan wait, CancellationToken stopping) => Task.Delay(wait, time, stopping);

    private static TimeSpan RoundedUp(Duration duration) =>
        duration <= Duration.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds));

    /// <summary>Does a step again and again, each time when the last one says; waits, at random and longer each time, while the database is away.</summary>
    private async Task LoopAsync(string name, Func<bool> isDone, Func<CancellationToken, Task<Task>> step, CancellationToken stopping)
    {
        int failures = 0;
        while (!stopping.IsCancellationRequested && !isDone())
        {
            try
            {
                Task next = await step(stopping).ConfigureAwait(false);
                if (failures > 0)
                {
                    failures = 0;
                    logger.DatabaseBack(name);
                }

                await next.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or SocketException)
            {
                TimeSpan wait = BackOff(++failures);
                logger.DatabaseAway(name, error is PostgresException { SqlState: { } state } ? $"SQLSTATE {state}" : error.GetType().Name, wait);
                await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Spreads what would come back all at once; no decision sees it.")]
    private static TimeSpan BackOff(int failures)
    {
        TimeSpan most = LeastWait * Math.Pow(2, Math.Min(failures, 10));
        return (most < MostWait ? most : MostWait) * (0.5 + Random.Shared.NextDouble() / 2);
    }
}
