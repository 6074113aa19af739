using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Operation;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Operation;

/// <summary>A host as a host would be, on a clock that the test moves.</summary>
public sealed class DeadlineServiceTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Host_CaseThatComesDue_IsToldToTheHandler()
    {
        FakeClock clock = new(Example.Taken);
        using IHost host = Build(database.Source, database.NewName(), clock);
        ConcurrentDictionary<string, double> measured = [];
        using MeterListener listener = Listen(host.Services.GetRequiredService<IMeterFactory>(), measured);
        await host.StartAsync(Cancel);
        Handler handler = host.Services.GetRequiredService<Handler>();
        PostgreSqlCaseStore store = host.Services.GetRequiredService<PostgreSqlCaseStore>();
        await OpenWhenReadyAsync(store);

        clock.Reset(Example.Breached);
        await UntilAsync(() => handler.Taken.Count >= 2);
        Assert.Equal([Example.AtRisk, Example.Breached], handler.Taken.Select(change => change.At));

        HealthCheckResult health = await host.Services.GetRequiredService<PostgreSqlHealthCheck>().CheckHealthAsync(new HealthCheckContext(), Cancel);
        Assert.Equal(HealthStatus.Healthy, health.Status);
        await UntilAsync(() => measured.GetValueOrDefault("policy.changes.delivered") >= 2);
        Assert.Equal((2, 0, 0), (measured["policy.changes.found"], measured.GetValueOrDefault("policy.changes.retried"), measured.GetValueOrDefault("policy.changes.dead")));
        // What is told of the backlog was read a moment ago, perhaps before the case was worked off.
        await UntilAsync(() =>
        {
            listener.RecordObservableInstruments();
            return measured.ContainsKey("policy.cases.lag") && measured["policy.cases.overdue"] == 0;
        });
        await host.StopAsync(Cancel);
        Assert.Equal(2, handler.Taken.Count);
    }

    /// <summary>The database goes away in the middle and comes back: the host goes on by itself, and nothing is lost.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Host_DatabaseThatGoesAwayAndComesBack_GoesOn()
    {
        _ = database.Server;
        using PostgresServer server = PostgresServer.TryStart()!;
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString);
        FakeClock clock = new(Example.Taken);
        using IHost host = Build(source, new SchemaName("own"), clock);
        await host.StartAsync(Cancel);
        Handler handler = host.Services.GetRequiredService<Handler>();
        await OpenWhenReadyAsync(host.Services.GetRequiredService<PostgreSqlCaseStore>());
        server.Stop();
        clock.Reset(Example.AtRisk);
        PostgreSqlHealthCheck check = host.Services.GetRequiredService<PostgreSqlHealthCheck>();
        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext(), Cancel)).Status);
        await UntilAsync(() => host.Services.GetRequiredService<LogLines>().Lines.Any(line => line.StartsWith("The database is away", StringComparison.Ordinal)));
        server.Start();
        await UntilAsync(() => !handler.Taken.IsEmpty);

        Assert.Equal([Example.AtRisk], handler.Taken.Select(change => change.At));
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext(), Cancel)).Status);
        await host.StopAsync(Cancel);
    }

    /// <summary>What nobody takes and what is late degrade; the log names case, instant and type of error, and nothing else.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Health_DeadAndOverdue_IsDegradedAndSaysWhatToDo()
    {
        SchemaName schema = database.NewName();
        FakeClock clock = new(Example.Taken);
        using IHost host = Build(database.Source, schema, clock, most: 1);
        await host.StartAsync(Cancel);
        Handler handler = host.Services.GetRequiredService<Handler>();
        handler.Fails = true;
        await OpenWhenReadyAsync(host.Services.GetRequiredService<PostgreSqlCaseStore>());
        clock.Reset(Example.AtRisk);
        LogLines log = host.Services.GetRequiredService<LogLines>();
        await UntilAsync(() => log.Lines.Any(line => line.Contains("put aside", StringComparison.Ordinal)));
        await host.StopAsync(Cancel);
        clock.Reset(Example.Breached + Duration.FromSeconds(90));

        HealthCheckResult health = await host.Services.GetRequiredService<PostgreSqlHealthCheck>().CheckHealthAsync(new HealthCheckContext(), Cancel);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Equal(
            $"In schema '{schema}' the first overdue case has been due for 90 s; start more processes that watch deadlines, or look why none does; 1 changes were put aside since no handler took them; look at dead_change and have them tried again.",
            health.Description);
        Assert.Contains("The change of case 'C1' at 2026-11-20T07:00:00Z was not taken: InvalidOperationException, try 1.", log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("T-88231", StringComparison.Ordinal));
    }

    private static IHost Build(NpgsqlDataSource source, SchemaName schema, IClock clock, int most = 10)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        LogLines log = new();
        builder.Logging.AddProvider(log);
        builder.Services.AddMetrics().AddSingleton(log).AddSingleton(source).AddSingleton(clock);
        builder.Services.AddSingleton<Handler>().AddSingleton<ICaseChangeHandler>(provider => provider.GetRequiredService<Handler>());
        builder.Services.AddServicePolicy()
            .AddPostgreSql(options =>
            {
                options.Schema = schema;
                options.Deadlines.Poll = TimeSpan.FromMilliseconds(10);
                options.Deadlines.MaintenanceInterval = TimeSpan.FromMilliseconds(50);
                options.Deadlines.MostTries = most;
            })
            .WatchDeadlines<Handler>();
        return builder.Build();
    }

    private static async Task OpenWhenReadyAsync(PostgreSqlCaseStore store)
    {
        while (true)
        {
            try
            {
                await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
                return;
            }
            catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable)
            {
                await Task.Delay(10, Cancel);
            }
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(5, Cancel);
        }
    }

    private static MeterListener Listen(IMeterFactory factory, ConcurrentDictionary<string, double> measured)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == DeadlineTelemetry.Name && instrument.Meter.Scope == factory)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured.AddOrUpdate(instrument.Name, value, (_, before) => instrument.IsObservable ? value : before + value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        return listener;
    }

    private sealed class Handler : ICaseChangeHandler
    {
        public ConcurrentQueue<CaseChange> Taken { get; } = new();

        public bool Fails { get; set; }

        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException($"Not this one: {change.DecisionJson} of T-88231.");
            }

            Taken.Enqueue(change);
            return Task.CompletedTask;
        }
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
