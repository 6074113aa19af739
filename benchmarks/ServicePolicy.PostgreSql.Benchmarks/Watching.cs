using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.DependencyInjection;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>A host that watches deadlines on a clock that begins when it is told, until nothing is due and nothing is to be delivered.</summary>
internal static class Watching
{
    /// <param name="args">Connection string, schema, and for how many seconds of its clock there is something to come; 0 where all is due at once.</param>
    public static async Task RunAsync(string[] args)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(args[0]);
        SchemaName schema = new(args[1]);
        double seconds = double.Parse(args[2], CultureInfo.InvariantCulture);
        Clock clock = new();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(source).AddSingleton<IClock>(clock).AddSingleton<Counting>().AddSingleton<ICaseChangeHandler>(provider => provider.GetRequiredService<Counting>());
        builder.Services.AddServicePolicy().AddPostgreSql(options => options.Schema = schema).WatchDeadlines<Counting>();
        using IHost host = builder.Build();
        Counting handler = host.Services.GetRequiredService<Counting>();
        long before = Stopwatch.GetTimestamp();
        await host.StartAsync();
        DeadlineWorker worker = host.Services.GetRequiredService<DeadlineWorker>();
        await worker.FireAsync(clock.GetCurrentInstant());
        double started = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        await Child.ReadyAsync();
        long start = Stopwatch.GetTimestamp();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        clock.Begin(Workload.Start + Workload.UntilChange + (seconds == 0 ? Duration.FromSeconds(1) : Duration.Zero));
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        await using NpgsqlCommand left = source.CreateCommand(
            $"select (select count(*) from (select from {schema.Quoted()}.case_due where due <= {(Workload.Start + Workload.UntilChange + Duration.FromSeconds(seconds + 1)).ToUnixTimeTicks()}00 limit 1) d) + (select count(*) from (select from {schema.Quoted()}.case_change limit 1) c)");
        while ((long)(await left.ExecuteScalarAsync())! > 0)
        {
            await Task.Delay(20);
        }

        double[] late = [.. handler.Late.Order()];
        Child.Done(start, handler.Last, late.Length, At(0.5), At(0.95), At(0.99), At(1), (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds, started);
        await host.StopAsync();

        double At(double share) => late.Length == 0 ? 0 : late[(int)Math.Min(late.Length - 1, late.Length * share)];
    }

    public static string Quoted(this SchemaName schema) => $"\"{schema.Name}\"";

    private sealed class Counting(IClock clock) : ICaseChangeHandler
    {
        public ConcurrentBag<double> Late { get; } = [];

        public long Last { get; private set; }

        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken)
        {
            Late.Add((clock.GetCurrentInstant() - change.At).TotalMilliseconds);
            Last = Stopwatch.GetTimestamp();
            return Task.CompletedTask;
        }
    }

    private sealed class Clock : IClock
    {
        private Instant begin = Workload.Start;
        private long begun;

        public void Begin(Instant at)
        {
            begin = at;
            begun = Stopwatch.GetTimestamp();
        }

        public Instant GetCurrentInstant() => begun == 0 ? begin : begin + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(begun));
    }
}
